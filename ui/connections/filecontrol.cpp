// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/filecontrol.h"

#include "ui/connections/textcontrol.h"
#include "ui/style/linternastyle.h"
#include "ui/widgets/foreigntext.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace linterna {

FileControl::FileControl(QWidget *parent)
    : FieldControl(parent), m_path(newEntry()), m_choose(new QPushButton), m_clear(new QPushButton)
{
    m_path->setReadOnly(true);
    setButtonKind(m_choose, ButtonKind::Plain);
    setButtonKind(m_clear, ButtonKind::Plain);
    m_clear->hide();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_path, 1);
    layout->addWidget(m_choose);
    layout->addWidget(m_clear);
    setFocusProxy(m_path);
    connect(m_choose, &QPushButton::clicked, this, &FileControl::chooseRequested);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_choose->setFocus();
        setValue(QString());
        emit edited(QString());
    });
}

void FileControl::setValue(const QJsonValue &value)
{
    m_path->setText(value.toString());
    setToolTipText(m_path, value.toString());
    m_clear->setVisible(!value.toString().isEmpty());
}

void FileControl::setWords(const FieldWords &)
{
    m_path->setPlaceholderText(tr("The system's own alone"));
    m_choose->setText(tr("Choose…"));
    m_choose->setAccessibleName(tr("Choose a certificate file"));
    m_clear->setText(tr("Clear"));
    m_clear->setAccessibleName(tr("Clear the certificate file"));
}

void FileControl::setReadOnly(bool readOnly)
{
    setEnabled(!readOnly);
}

} // namespace linterna
