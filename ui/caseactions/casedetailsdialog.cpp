// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/caseactions/casedetailsdialog.h"

#include "ui/style/linternastyle.h"
#include "ui/style/theme.h"
#include "ui/style/typography.h"
#include "ui/widgets/foreigntext.h"
#include "ui/widgets/formfield.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int noteLines = 5;
//! Characters that an entry accepts at most, for huge pastes; the real limits are shown below the fields and checked on
//! saving.
constexpr int mostInLine = 10'000;

//! Draws the frame of a one-line entry around the note's text edit.
class NoteFrame : public QWidget
{
public:
    explicit NoteFrame(QPlainTextEdit *note)
    {
        note->setFrameShape(QFrame::NoFrame);
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(3, 3, 3, 3);
        layout->addWidget(note);
        setFocusProxy(note);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colors colors = colorsOf(QApplication::palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(colors.control);
        painter.setBrush(colors.page);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
};

QStringList tagsOf(const QString &text)
{
    static const QRegularExpression separators(u"[,;\\n]"_s);
    QStringList tags;
    for (const QString &each : text.split(separators)) {
        const QString tag = each.simplified();
        if (!tag.isEmpty() && !tags.contains(tag, Qt::CaseInsensitive))
            tags += tag;
    }
    return tags;
}

QString lengthProblem(qsizetype length, qsizetype most)
{
    return length <= most
        ? QString()
        : CaseDetailsDialog::tr("%1 characters too many: at most %2 fit.").arg(length - most).arg(most);
}

QString tagsProblem(const QStringList &tags)
{
    const auto tooLong =
        std::ranges::find_if(tags, [](const QString &tag) { return tag.size() > CaseDetails::LongestTag; });
    if (tooLong != tags.end())
        return CaseDetailsDialog::tr("“%1” is longer than %2 characters.")
            .arg(tooLong->left(CaseDetails::LongestTag / 2) + u'…', QString::number(CaseDetails::LongestTag));
    if (tags.size() > CaseDetails::MostTags)
        return CaseDetailsDialog::tr("%1 tags are too many: at most %2 fit.")
            .arg(tags.size())
            .arg(CaseDetails::MostTags);
    return {};
}

} // namespace

CaseDetailsDialog::CaseDetailsDialog(const ReceiptNumber &receipt, const CaseDetails &details, QWidget *parent)
    : Dialog(parent), m_before(details), m_client(new QLineEdit(details.client)),
      m_tags(new QLineEdit(details.tags.join(u", "_s))), m_note(new QPlainTextEdit(details.note)),
      m_hold(new QCheckBox(tr("Keep this case whatever its age"))), m_earlier(new QPushButton),
      m_clientField(new FormField(m_client)), m_tagsField(new FormField(m_tags)),
      m_noteField(new FormField(new NoteFrame(m_note)))
{
    setWindowTitleText(this, tr("Case details"));
    m_client->setMaxLength(mostInLine);
    m_tags->setMaxLength(mostInLine);
    for (QLineEdit *line : {m_client, m_tags})
        line->setTextMargins(6, 0, 6, 0);
    m_note->document()->setDocumentMargin(6);
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(m_note->fontMetrics().lineSpacing() * noteLines + 18);
    m_hold->setChecked(details.onHold);
    m_hold->setAccessibleDescription(tr("Nothing that grows old takes it away."));
    m_clientField->setWords(tr("Client's name or file number"),
                            tr("At most %1 characters.").arg(CaseDetails::LongestClient));
    m_tagsField->setWords(tr("Tags"),
                          tr("Separated by commas, at most %1 of at most %2 characters.")
                              .arg(CaseDetails::MostTags)
                              .arg(CaseDetails::LongestTag));
    m_noteField->setWords(tr("Note"), tr("At most %1 characters.").arg(QLocale().toString(CaseDetails::LongestNote)));

    auto *heading = new TextLabel;
    heading->setFont(receiptFont(textsize::section));
    heading->setText(receipt.toString());
    auto *purpose = new TextLabel(textsize::body, TextLabel::Ink::Secondary);
    purpose->setText(tr("Only your office sees this; it never goes to USCIS and is kept encrypted."));
    auto *head = new QVBoxLayout;
    head->setSpacing(8);
    head->addWidget(heading);
    head->addWidget(purpose);
    page()->setSpacing(16);
    page()->addLayout(head);
    for (QWidget *part : std::initializer_list<QWidget *>{m_clientField, m_tagsField, m_noteField, m_hold})
        page()->addWidget(part);
    setButtonKind(m_earlier, ButtonKind::Link);
    m_earlier->hide();
    connect(m_earlier, &QPushButton::clicked, this, &CaseDetailsDialog::earlierValuesUnwanted);
    page()->addWidget(m_earlier, 0, Qt::AlignLeft);
    auto *save = new QPushButton(tr("Save"));
    connect(save, &QPushButton::clicked, this, &CaseDetailsDialog::save);
    setButtons(new QPushButton(tr("Cancel")), save);
    setUsualWidth(std::max(480, fontMetrics().averageCharWidth() * 64));
    for (QLineEdit *line : {m_client, m_tags})
        connect(line, &QLineEdit::textChanged, this, [this] { checkFields(); });
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] { checkFields(); });
    m_client->setFocus();
    fit();
}

void CaseDetailsDialog::setEarlierValues(qint64 count)
{
    if (m_earlier->hasFocus() && count == 0)
        m_hold->setFocus();
    m_earlier->setText(tr("Remove %Ln earlier version(s) of these details", nullptr, int(count)));
    m_earlier->setVisible(count > 0);
    fit();
}

QSize CaseDetailsDialog::availableSize() const
{
    constexpr int margin = 32;
    const QSize screen = Dialog::availableSize();
    return parentWidget() ? QSize(screen.width(), std::max(240, parentWidget()->window()->height() - margin)) : screen;
}

CaseDetails CaseDetailsDialog::details() const
{
    CaseDetails details = m_before; // what has no field here stays
    details.client = m_client->text().simplified();
    details.note = m_note->toPlainText().trimmed();
    details.tags = tagsOf(m_tags->text());
    details.onHold = m_hold->isChecked();
    return details;
}

FormField *CaseDetailsDialog::checkFields()
{
    const CaseDetails now = details();
    m_clientField->setProblem(lengthProblem(now.client.size(), CaseDetails::LongestClient));
    m_tagsField->setProblem(tagsProblem(now.tags));
    m_noteField->setProblem(lengthProblem(now.note.size(), CaseDetails::LongestNote));
    fit();
    for (FormField *field : {m_clientField, m_tagsField, m_noteField}) {
        if (field->hasProblem())
            return field;
    }
    return nullptr;
}

void CaseDetailsDialog::save()
{
    if (FormField *wrong = checkFields()) {
        wrong->entry()->setFocus();
        showWhole(wrong);
        return;
    }
    emit saved(details());
    accept();
}

} // namespace linterna
