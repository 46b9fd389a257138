// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/namedvaluescontrol.h"

#include "ui/connections/textcontrol.h"
#include "ui/style/linternastyle.h"
#include "ui/style/typography.h"
#include "ui/widgets/translation.h"

#include <QGridLayout>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace linterna {

namespace {
constexpr std::size_t mostValueLines = 20;
}

NamedValuesControl::NamedValuesControl(QWidget *parent)
    : FieldControl(parent), m_grid(new QGridLayout),
      m_nameLabel(new TextLabel(textsize::helper, TextLabel::Ink::Secondary)),
      m_valueLabel(new TextLabel(textsize::helper, TextLabel::Ink::Secondary)), m_add(new QPushButton)
{
    setButtonKind(m_add, ButtonKind::Plain);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(4);
    m_grid->addWidget(m_nameLabel, 0, 0);
    m_grid->addWidget(m_valueLabel, 0, 1);
    m_grid->setColumnStretch(0, 2);
    m_grid->setColumnStretch(1, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(m_grid);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    setFocusProxy(m_add);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addLine({}, {});
        retranslate();
        m_lines.back().name->setFocus();
    });
    keepTranslated(this, &NamedValuesControl::retranslate);
}

//! The values by their names. A name that is entered twice gets a space at its end, so that no entry is lost and the
//! field's rule refuses it.
QJsonObject NamedValuesControl::value() const
{
    QJsonObject object;
    for (const Line &line : m_lines) {
        QString name = line.name->text(); // blanks at the ends are a problem to report: they are sent
        const QString text = line.value->text();
        if (name.isEmpty() && text.isEmpty())
            continue;
        while (object.contains(name))
            name += QChar(u' ');
        object.insert(name, text);
    }
    return object;
}

void NamedValuesControl::setValue(const QJsonValue &shown)
{
    if (value() == shown.toObject())
        return;
    clear();
    const QJsonObject object = shown.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        addLine(it.key(), it.value().toString());
    retranslate();
}

void NamedValuesControl::addLine(const QString &name, const QString &value)
{
    const Line line{newEntry(), newEntry(), new QPushButton};
    line.name->setText(name);
    line.value->setText(value);
    line.name->setReadOnly(m_readOnly);
    line.value->setReadOnly(m_readOnly);
    setButtonKind(line.remove, ButtonKind::Plain);
    const int row = m_grid->rowCount();
    m_grid->addWidget(line.name, row, 0);
    m_grid->addWidget(line.value, row, 1);
    m_grid->addWidget(line.remove, row, 2);
    setTabOrder(line.name, line.value);
    setTabOrder(line.value, line.remove);
    setTabOrder(line.remove, m_add);
    for (QLineEdit *entry : {line.name, line.value})
        connect(entry, &QLineEdit::textEdited, this, [this] { emit edited(this->value()); });
    connect(line.remove, &QPushButton::clicked, this, [this, entry = line.name] { removeLine(entry); });
    m_lines.push_back(line);
}

void NamedValuesControl::removeLine(const QLineEdit *name)
{
    const auto line = std::ranges::find(m_lines, name, &Line::name);
    m_add->setFocus();
    for (QWidget *widget : std::initializer_list<QWidget *>{line->name, line->value, line->remove}) {
        widget->hide();
        widget->deleteLater();
    }
    m_lines.erase(line);
    retranslate();
    emit edited(value());
}

void NamedValuesControl::clear()
{
    for (const Line &line : m_lines) {
        for (QWidget *widget : std::initializer_list<QWidget *>{line.name, line.value, line.remove}) {
            widget->hide();
            widget->deleteLater();
        }
    }
    m_lines.clear();
}

QWidget *NamedValuesControl::entryFor(const QString &below)
{
    const auto line = std::ranges::find_if(
        m_lines, [name = below.trimmed()](const Line &each) { return each.name->text().trimmed() == name; });
    return line == m_lines.end() ? static_cast<QWidget *>(m_add) : line->name;
}

void NamedValuesControl::setWords(const FieldWords &words)
{
    m_label = words.label;
    retranslate();
}

void NamedValuesControl::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
}

void NamedValuesControl::retranslate()
{
    m_nameLabel->setText(tr("Name"));
    m_valueLabel->setText(tr("Value"));
    m_nameLabel->setVisible(!m_lines.empty());
    m_valueLabel->setVisible(!m_lines.empty());
    m_add->setText(m_lines.empty() ? tr("Add") : tr("Add another"));
    m_add->setAccessibleName(m_label + QStringLiteral(": ") + m_add->text());
    m_add->setEnabled(m_lines.size() < mostValueLines);
    int number = 0;
    for (const Line &line : m_lines) {
        ++number;
        // With the field's label and the line's number: several fields have a first line.
        line.name->setAccessibleName(tr("%1: name %2").arg(m_label).arg(number));
        line.value->setAccessibleName(tr("%1: value %2").arg(m_label).arg(number));
        line.remove->setText(tr("Remove"));
        line.remove->setAccessibleName(tr("%1: remove line %2").arg(m_label).arg(number));
    }
}

} // namespace linterna
