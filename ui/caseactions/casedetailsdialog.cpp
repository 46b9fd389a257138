// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/caseactions/casedetailsdialog.h"

#include "ui/style/linternastyle.h"
#include "ui/style/theme.h"
#include "ui/style/typography.h"
#include "ui/widgets/foreigntext.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/scrollarea.h"

#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
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
    : QDialog(parent), m_client(new QLineEdit(details.client)), m_tags(new QLineEdit(details.tags.join(u", "_s))),
      m_note(new QPlainTextEdit(details.note)), m_hold(new QCheckBox(tr("Keep this case whatever its age"))),
      m_clientField(new FormField(m_client)), m_tagsField(new FormField(m_tags)),
      m_noteField(new FormField(new NoteFrame(m_note))), m_scroll(new ScrollArea), m_foot(new QWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
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
    auto *page = new QWidget;
    auto *fields = new QVBoxLayout(page);
    fields->setContentsMargins(24, 24, 24, 8);
    fields->setSpacing(16);
    fields->addLayout(head);
    for (QWidget *part : std::initializer_list<QWidget *>{m_clientField, m_tagsField, m_noteField, m_hold})
        fields->addWidget(part);
    m_scroll->setWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(makeFoot());
    setMinimumWidth(std::max(480, fontMetrics().averageCharWidth() * 64));
    for (QLineEdit *line : {m_client, m_tags})
        connect(line, &QLineEdit::textChanged, this, [this] { checkFields(); });
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] { checkFields(); });
    m_client->setFocus();
    resize(minimumWidth(), 1);
    fit();
}

QWidget *CaseDetailsDialog::makeFoot()
{
    auto *cancel = new QPushButton(tr("Cancel"), m_foot);
    setButtonKind(cancel, ButtonKind::Plain);
    cancel->setAutoDefault(true); // so that Enter on Cancel saves nothing
    auto *save = new QPushButton(tr("Save"), m_foot);
    setButtonKind(save, ButtonKind::Primary);
    save->setDefault(true); // only inside the dialog, which else chooses one itself
    auto *buttons = new QHBoxLayout(m_foot);
    buttons->setContentsMargins(24, 8, 24, 24);
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    connect(save, &QPushButton::clicked, this, &CaseDetailsDialog::save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    return m_foot;
}

void CaseDetailsDialog::fit()
{
    // As high as the texts need, but within the parent window: with large letters the fields scroll, and the buttons
    // stay in view.
    constexpr int margin = 32;
    QWidget *page = m_scroll->widget();
    page->layout()->activate();
    const int foot = m_foot->sizeHint().height();
    const int room = parentWidget() ? std::max(240, parentWidget()->window()->height() - margin) : QWIDGETSIZE_MAX;
    const int whole = page->layout()->totalHeightForWidth(width());
    const bool scrolls = whole + foot > room;
    // The layout's own minimum height would be that of texts wrapped in the narrowest column.
    page->setMinimumHeight(
        scrolls ? page->layout()->totalHeightForWidth(width() - m_scroll->verticalScrollBar()->sizeHint().width())
                : whole);
    resize(width(), std::max(height(), std::min(whole + foot, room)));
}

CaseDetails CaseDetailsDialog::details() const
{
    return {.client = m_client->text().simplified(),
            .note = m_note->toPlainText().trimmed(),
            .tags = tagsOf(m_tags->text()),
            .onHold = m_hold->isChecked()};
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
        m_scroll->ensureWidgetVisible(wrong);
        return;
    }
    emit saved(details());
    accept();
}

} // namespace linterna
