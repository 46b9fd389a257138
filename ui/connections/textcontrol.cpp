// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/textcontrol.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>

namespace linterna {

//! Removes ordinary blanks at the ends only: of unusual ones, which keyboards do not have, the person is told.
static QString withoutOuterBlanks(QString text)
{
    const auto isBlank = [](QChar c) { return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r'; };
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    while (!text.isEmpty() && isBlank(text.front()))
        text.remove(0, 1);
    return text;
}

QLineEdit *newEntry()
{
    auto *entry = new QLineEdit;
    entry->setTextMargins(6, 0, 6, 0);
    entry->setMaxLength(4096);
    return entry;
}

TextControl::TextControl(Kind kind, QWidget *parent) : FieldControl(parent), m_kind(kind), m_entry(newEntry())
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_entry);
    setFocusProxy(m_entry);
    if (kind == Kind::Number) {
        m_entry->setMaximumWidth(m_entry->fontMetrics().averageCharWidth() * 16 + 24);
        layout->addStretch(1);
    }
    connect(m_entry, &QLineEdit::textEdited, this, [this] { emit edited(value()); });
}

QJsonValue TextControl::value() const
{
    if (m_kind == Kind::Exact)
        return m_entry->text();
    const QString text = withoutOuterBlanks(m_entry->text());
    if (m_kind == Kind::Text)
        return text;
    bool isNumber = false;
    const double number = QLocale().toDouble(text, &isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(text);
}

void TextControl::setValue(const QJsonValue &shown)
{
    if (value() == shown && !m_entry->text().isEmpty())
        return;
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    // 'f', so that large numbers are not shown as 4e+05.
    m_entry->setText(shown.isDouble() ? locale.toString(shown.toDouble(), 'f', QLocale::FloatingPointShortest)
                                      : shown.toString());
    if (m_kind != Kind::Number)
        m_entry->setCursorPosition(0);
}

void TextControl::setWords(const FieldWords &words)
{
    m_entry->setPlaceholderText(words.example);
}

void TextControl::setReadOnly(bool readOnly)
{
    m_entry->setReadOnly(readOnly);
}

void TextControl::setSuggestions(const QStringList &suggestions)
{
    auto *completer = new QCompleter(suggestions, m_entry);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_entry->setCompleter(completer);
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this,
            [this](const QString &text) { emit edited(text); });
}

} // namespace linterna
