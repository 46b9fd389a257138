// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordkeeping/erasedialog.h"

#include "ui/style/typography.h"

#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace linterna {

EraseDialog::EraseDialog(const QStringList &things, const QString &folder, QWidget *parent)
    : Question(tr("Erase everything?"),
               tr("This cannot be undone. Linterna then closes. Removed from this computer are:"), parent),
      m_entry(new QLineEdit)
{
    auto *list = new TextLabel;
    list->setText(QStringLiteral("• ") + things.join(QStringLiteral("\n• ")));
    list->setContentsMargins(8, 0, 0, 0);
    auto *stays = new TextLabel(textsize::helper, TextLabel::Ink::Secondary);
    stays->setText(tr("What you exported or printed stays where you put it, and so do other files in %1. A history in "
                      "another folder that has its key in the same keyring cannot be opened any more.")
                       .arg(QDir::toNativeSeparators(folder)));
    auto *ask = new TextLabel;
    ask->setText(tr("To confirm, type “%1”:").arg(word()));
    ask->setBuddy(m_entry);
    m_entry->setAccessibleName(ask->text());
    m_entry->setTextMargins(6, 0, 6, 0);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QWidget *each : {static_cast<QWidget *>(list), static_cast<QWidget *>(stays), static_cast<QWidget *>(ask),
                          static_cast<QWidget *>(m_entry)})
        layout->addWidget(each);
    addContent(content);
    setAccessibleDescription(list->text() + QLatin1Char('\n') + stays->text());
    QPushButton *erase = addChoice(tr("Erase everything"), [this] { emit confirmed(); });
    erase->setEnabled(false);
    addChoice(tr("Cancel"));
    connect(m_entry, &QLineEdit::textChanged, erase, [erase](const QString &text) {
        erase->setEnabled(text.trimmed().compare(word(), Qt::CaseInsensitive) == 0);
    });
    m_entry->setFocus();
}

QString EraseDialog::word()
{
    return tr("erase", "the word to be typed");
}

} // namespace linterna
