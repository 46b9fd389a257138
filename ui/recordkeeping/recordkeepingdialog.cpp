// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordkeeping/recordkeepingdialog.h"

#include "ui/style/linternastyle.h"
#include "ui/style/typography.h"
#include "ui/widgets/foreigntext.h"

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
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitleText(this, tr("How the history is kept"));
    auto *title = new TextLabel(textsize::section);
    title->setFont(scaledFont(textsize::section, QFont::DemiBold));
    title->setText(windowTitle());
    auto *sentence = new TextLabel;
    sentence->setText(tr("What you look up is encrypted before it goes to the disk of this computer. Choose where the "
                         "key to it is kept."));
    setAccessibleDescription(sentence->text());
    page()->setSpacing(4);
    page()->addWidget(title);
    page()->addSpacing(4);
    page()->addWidget(sentence);
    addWays(state);
    page()->addStretch(1);
    setFoot(newButtons(state));
    m_ways->checkedButton()->setFocus();
    setUsualWidth(std::max(480, fontMetrics().averageCharWidth() * 66));
    fit();
}

std::optional<RecordKeepingDialog::Way> RecordKeepingDialog::wayOf(const RecordState &state)
{
    if (state.byChoice)
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
    if (way != Way::Keychain || state.forThisRunOnly)
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

QLayout *RecordKeepingDialog::newButtons(const RecordState &state)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    if (state.underPassphrase) {
        auto *change = new QPushButton(tr("Change the passphrase…"), this);
        setButtonKind(change, ButtonKind::Plain);
        row->addWidget(change);
        connect(change, &QPushButton::clicked, this, [this] {
            accept();
            emit passphraseChangeRequested();
        });
    }
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *use = new QPushButton(tr("Keep it so"), this);
    setButtonKind(use, ButtonKind::Primary);
    use->setDefault(true); // only inside the dialog, which else chooses one itself
    setButtonKind(cancel, ButtonKind::Plain);
    cancel->setAutoDefault(true); // so that Enter on Cancel changes nothing
    connect(use, &QPushButton::clicked, this, [this] {
        const Way way = Way(m_ways->checkedId());
        accept();
        emit chosen(way);
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(use);
    return row;
}

} // namespace linterna
