// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/secretentry.h"

#include "lib/crypto/passphrase.h"
#include "ui/connections/hiddenwords.h"
#include "ui/style/linternastyle.h"
#include "ui/widgets/translation.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace linterna {

SecretEntry::SecretEntry(Kind kind, QWidget *parent)
    : QWidget(parent), m_kind(kind), m_entry(new QLineEdit), m_show(new QPushButton)
{
    m_entry->setEchoMode(QLineEdit::Password);
    m_entry->setTextMargins(6, 0, 6, 0);
    m_entry->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                                 | Qt::ImhNoAutoUppercase);
    m_entry->setMaxLength(4096);
    setButtonKind(m_show, ButtonKind::Plain);
    m_show->setCheckable(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_entry, 1);
    layout->addWidget(m_show);
    setFocusProxy(m_entry);
    connect(m_show, &QPushButton::toggled, this, [this](bool shown) {
        m_entry->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
        retranslate();
    });
    connect(m_entry, &QLineEdit::textChanged, this, &SecretEntry::changed);
    keepTranslated(this, &SecretEntry::retranslate);
}

bool SecretEntry::isEmpty() const
{
    return m_entry->text().isEmpty();
}

QString SecretEntry::hiddenCharacter() const
{
    const auto hidden = hiddenCharacterIn(m_entry->text());
    return hidden ? hiddenCharacterText(*hidden) : QString();
}

Secret SecretEntry::secret() const
{
    return Secret(m_entry->text().toUtf8());
}

Secret SecretEntry::passphrase() const
{
    return passphraseFromText(m_entry->text());
}

void SecretEntry::clear()
{
    // Overwrites the text before emptying the entry: QLineEdit reuses its buffer for a text of the same length.
    // setText() clears the undo history too.
    m_entry->setText(QString(m_entry->text().size(), QChar(u'\u2022')));
    m_entry->clear();
    m_show->setChecked(false);
}

void SecretEntry::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    retranslate(); // the FormField has set the accessible name by now
}

void SecretEntry::retranslate()
{
    const bool shown = m_show->isChecked();
    m_show->setText(shown ? tr("Hide") : tr("Show"));
    if (m_kind == Kind::Passphrase) { // its FormField names it; there may be three such entries
        const QString name = m_entry->accessibleName();
        m_show->setAccessibleName(shown ? tr("Hide: %1").arg(name) : tr("Show: %1").arg(name));
        return;
    }
    if (m_kind == Kind::ProxyPassword) {
        m_show->setAccessibleName(shown ? tr("Hide the password for the proxy")
                                        : tr("Show the password for the proxy"));
        return;
    }
    m_entry->setAccessibleName(tr("Client secret"));
    m_show->setAccessibleName(shown ? tr("Hide the client secret") : tr("Show the client secret"));
}

} // namespace linterna
