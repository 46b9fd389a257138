// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/certificatedialog.h"

#include "lib/tls/certificatechain.h"
#include "ui/certificates/certificateview.h"
#include "ui/style/icons.h"
#include "ui/style/linternastyle.h"
#include "ui/style/theme.h"
#include "ui/style/typography.h"
#include "ui/widgets/announcer.h"
#include "ui/widgets/foreigntext.h"
#include "ui/widgets/translation.h"
#include "ui/words/errortext.h"

#include <QApplication>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace linterna {

namespace {

//! Line with a note: a symbol and the text beside it.
QLayout *noteLine(const CertificateQuestion::Note &note)
{
    const Colors c = colorsOf(QApplication::palette());
    const QColor ink = note.warning ? c.noAnswer.text : c.secondary;
    auto *text = new TextLabel;
    setInk(text, ink);
    text->setText(note.text);
    auto *symbol = new QLabel;
    const int size = text->fontMetrics().height();
    symbol->setFixedSize(size, size);
    symbol->setPixmap(
        tintedIcon(note.warning ? QStringLiteral("attention") : QStringLiteral("info"), ink).pixmap(size));
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(symbol, 0, Qt::AlignTop);
    line->addWidget(text, 1);
    return line;
}

} // namespace

CertificateDialog::CertificateDialog(CertificateProbe &probe, const ViewEnvironment &environment, const QString &folder,
                                     QWidget *parent)
    : Dialog(parent), m_probe(probe), m_environment(environment), m_folder(folder),
      m_heading(new TextLabel(textsize::section)), m_lead(new TextLabel), m_view(new CertificateView),
      m_notes(new QWidget), m_technical(new TextLabel(textsize::helper, TextLabel::Ink::Secondary)),
      m_again(new QPushButton), m_trust(new QPushButton), m_leave(new QPushButton), m_announcer(new Announcer(this))
{
    build();
    connect(m_again, &QPushButton::clicked, this, &CertificateDialog::ask);
    connect(m_trust, &QPushButton::clicked, this, &CertificateDialog::trust);
    connect(m_leave, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_view, &CertificateView::copied, m_announcer, &Announcer::announce);
    for (const auto change : {QEvent::LanguageChange, QEvent::PaletteChange}) {
        onChange(this, change, [this] {
            if (m_server || !m_file.isEmpty())
                refresh();
        });
    }
}

CertificateDialog::~CertificateDialog()
{
    if (m_job)
        m_job->cancel();
}

void CertificateDialog::build()
{
    m_technical->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *notes = new QVBoxLayout(m_notes);
    notes->setContentsMargins(0, 0, 0, 0);
    notes->setSpacing(8);

    setButtonKind(m_again, ButtonKind::Plain);
    setButtonKind(m_trust, ButtonKind::Plain);
    setButtonKind(m_leave, ButtonKind::Primary);
    // Enter closes the dialog, wherever the focus is: trusting must be a deliberate act.
    m_trust->setAutoDefault(false);
    m_trust->setObjectName(QStringLiteral("trust"));
    m_leave->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_again);
    buttons->addStretch(1);
    buttons->addWidget(m_trust);
    buttons->addWidget(m_leave);

    page()->addWidget(m_heading);
    page()->addWidget(m_lead);
    page()->addSpacing(8);
    page()->addWidget(m_view);
    page()->addSpacing(8);
    page()->addWidget(m_notes);
    page()->addWidget(m_technical);
    page()->addStretch(1);
    setFoot(buttons);
    setUsualWidth(std::max(600, fontMetrics().averageCharWidth() * 66));
}

void CertificateDialog::forServer(const QString &host, quint16 port, const QNetworkProxy &proxy)
{
    m_server = Server{.host = host, .port = port, .proxy = proxy};
    ask();
}

void CertificateDialog::forFailure(const QString &host, quint16 port, const Error &error)
{
    m_server = Server{.host = host, .port = port, .hasWay = false};
    take(error);
}

void CertificateDialog::forFile(const QString &path, const QString &alongside)
{
    m_file = path;
    if (const auto before = readCertificateFile(alongside)) // an unreadable file is of no use to the connection
        m_alongside = *before;
    auto read = readCertificateFile(path);
    take(read ? Result<ServerCertificates>(ServerCertificates{.chain = std::move(*read)})
              : Result<ServerCertificates>(read.error()));
}

void CertificateDialog::ask()
{
    if (m_job || !m_server)
        return;
    m_seen.reset();
    m_notStored.reset();
    auto *job = m_probe.ask(m_server->host, m_server->port, m_server->proxy);
    m_job = job;
    job->onFinished(this, [this](const Result<ServerCertificates> &seen) {
        m_job.clear();
        take(seen);
    });
    refresh();
    m_leave->setFocus();
}

void CertificateDialog::take(const Result<ServerCertificates> &seen)
{
    m_seen = seen;
    refresh();
    focusWhatMatters();
    QStringList said{m_heading->text(), m_lead->text()};
    for (const auto &note : question().notes)
        said += note.text;
    m_announcer->announce(said.join(QChar(u' ')));
}

QString CertificateDialog::place() const
{
    return m_server ? m_server->host + u':' + QString::number(m_server->port) : QFileInfo(m_file).fileName();
}

CertificateQuestion CertificateDialog::question() const
{
    const CertificateSource source = m_server ? CertificateSource::Server : CertificateSource::File;
    if (!m_seen)
        return waitingFor(place());
    if (!*m_seen)
        return failedToSee(m_seen->error(), source, m_environment.now());
    CertificateQuestion asked = questionAbout(**m_seen, source, place(), m_environment.now(), m_alongside);
    if (m_notStored) {
        asked.notes.push_back(
            {true, tr("The certificate was not stored, and nothing changed. %1").arg(errorLine(*m_notStored))});
        asked.technical = m_notStored->detail;
    }
    return asked;
}

void CertificateDialog::refresh()
{
    const CertificateQuestion asked = question();
    const bool waiting = !m_seen;
    setWindowTitleText(this, tr("Certificate"));
    m_heading->setText(asked.heading);
    m_lead->setText(asked.lead);
    m_technical->setText(asked.technical);
    m_technical->setVisible(!asked.technical.isEmpty());
    // The hidden view keeps its room while the server is being asked, so that nothing jumps when the certificate comes.
    QSizePolicy keeps = m_view->sizePolicy();
    keeps.setRetainSizeWhenHidden(waiting);
    m_view->setSizePolicy(keeps);
    m_view->setFacts(asked.shown.value_or(CertificateFacts{}));
    m_view->setVisible(asked.shown.has_value());
    m_view->fingerprint()->setAccessibleDescription(asked.lead);
    showNotes(asked.notes);
    m_again->setText(tr("Try again"));
    m_again->setVisible(m_server && m_server->hasWay && m_seen && !*m_seen);
    m_trust->setText(tr("Trust for this connection"));
    m_trust->setVisible(asked.canTrust);
    m_leave->setText(asked.canTrust || waiting ? tr("Cancel") : tr("Close"));
    fitAnew();
}

void CertificateDialog::showNotes(const std::vector<CertificateQuestion::Note> &notes)
{
    qDeleteAll(m_notes->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    while (QLayoutItem *line = m_notes->layout()->takeAt(0))
        delete line;
    for (const auto &note : notes)
        static_cast<QVBoxLayout *>(m_notes->layout())->addLayout(noteLine(note));
    // A layout shows added widgets only later, after the height of the dialog is computed: shown here at once.
    for (QWidget *each : m_notes->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
        each->show();
    m_notes->setVisible(!notes.empty());
}

void CertificateDialog::focusWhatMatters()
{
    if (m_view->isVisibleTo(this))
        m_view->fingerprint()->setFocus();
    else if (m_again->isVisibleTo(this))
        m_again->setFocus();
    else
        m_leave->setFocus();
}

void CertificateDialog::trust()
{
    const CertificateQuestion asked = question();
    if (!asked.canTrust)
        return;
    const Result<QString> stored = storeCertificates(asked.stored, m_folder);
    if (stored) {
        emit trusted(*stored);
        accept();
        return;
    }
    m_notStored = stored.error();
    refresh();
    m_announcer->announce(question().notes.back().text);
}

} // namespace linterna
