// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordkeeping/recordkeepingdialog.h"

#include "ui/style/linternastyle.h"
#include "ui/style/typography.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace linterna {

RecordKeepingDialog::RecordKeepingDialog(const RecordState &state, QWidget *parent)
    : Dialog(parent), m_ways(new QButtonGroup(this))
{
    setHeading(tr("How the history is kept"));
    auto *sentence = new TextLabel;
    sentence->setText(tr("What you look up is encrypted before it goes to the disk of this computer. Choose where the "
                         "key to it is kept."));
    setAccessibleDescription(sentence->text());
    page()->setSpacing(4);
    page()->addSpacing(4);
    page()->addWidget(sentence);
    addWays(state);
    page()->addStretch(1);
    addButtons(state);
    m_ways->checkedButton()->setFocus();
    setUsualWidth(std::max(480, fontMetrics().averageCharWidth() * 66));
    fit();
}

std::optional<RecordKeepingDialog::Way> RecordKeepingDialog::wayOf(const RecordState &state)
{
    if (state.mode == RecordState::Mode::NothingKept)
        return Way::Nothing;
    if (state.underPassphrase)
        return Way::Passphrase;
    if (state.why && state.why->code == ErrorCode::KeychainAbsent)
        return {};
    return Way::Keychain;
}

void RecordKeepingDialog::addWays(const RecordState &state)
{
    const auto way = wayOf(state);
    addWay(Way::Keychain, tr("In the &keyring of this computer"),
           tr("The history opens by itself while the keyring is unlocked."));
    // A record whose key is in the keyring cannot be put under a passphrase: records in other folders may use that key
    // too.
    if (way != Way::Keychain || state.isForThisRunOnly())
        addWay(Way::Passphrase, tr("Under a &passphrase"),
               tr("Linterna asks for it at each start. Nobody can recover it."));
    addWay(Way::Nothing, tr("Keep &nothing on this computer"),
           tr("The history lasts until the program ends. What was kept before stays on the disk, closed."));
    m_ways->button(int(way.value_or(Way::Passphrase)))->setChecked(true);
}

void RecordKeepingDialog::addWay(Way way, const QString &name, const QString &meaning)
{
    auto *button = new QRadioButton(name);
    button->setAccessibleDescription(meaning);
    m_ways->addButton(button, int(way));
    auto *words = new TextLabel(textsize::helper, TextLabel::Ink::Secondary);
    words->setText(meaning);
    const int indent = style()->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth)
        + style()->pixelMetric(QStyle::PM_RadioButtonLabelSpacing);
    words->setContentsMargins(indent, 0, 0, 0);
    page()->addSpacing(12);
    page()->addWidget(button);
    page()->addWidget(words);
}

void RecordKeepingDialog::addButtons(const RecordState &state)
{
    auto *use = new QPushButton(tr("Keep it so"));
    connect(use, &QPushButton::clicked, this, [this] {
        const Way way = Way(m_ways->checkedId());
        accept();
        emit chosen(way);
    });
    QPushButton *change = nullptr;
    if (state.underPassphrase) {
        change = new QPushButton(tr("Change the passphrase…"));
        setButtonKind(change, ButtonKind::Plain);
        connect(change, &QPushButton::clicked, this, [this] {
            accept();
            emit passphraseChangeRequested();
        });
    }
    setButtons(new QPushButton(tr("Cancel")), use, change);
}

} // namespace linterna
