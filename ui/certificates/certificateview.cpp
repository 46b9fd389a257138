// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/certificateview.h"

#include "ui/certificates/certificatequestion.h"
#include "ui/style/linternastyle.h"
#include "ui/style/typography.h"
#include "ui/words/dates.h"

#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>

#include <cmath>

namespace linterna {

namespace {

constexpr qsizetype mostNames = 4;
constexpr int fieldMargin = 12;
constexpr int fingerprintRows = 4;
constexpr int fingerprintColumns = 24;

//! A moment in local time, as all times of the program are shown.
QString momentOf(const QDateTime &utc)
{
    const QDateTime local = utc.toLocalTime();
    return dateText(local.date()) + QStringLiteral(", ") + local.time().toString(QStringLiteral("H:mm"));
}

} // namespace

CertificateView::CertificateView(QWidget *parent)
    : QWidget(parent), m_fingerprintName(new TextLabel(textsize::body, TextLabel::Ink::Secondary)),
      m_fingerprint(new QPlainTextEdit), m_copy(new QPushButton),
      m_copied(new TextLabel(textsize::helper, TextLabel::Ink::Secondary))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (Row *each : {&m_subject, &m_issuer, &m_names, &m_from, &m_to})
        *each = addRow(*grid, row++);
    grid->setRowMinimumHeight(row++, 8);

    m_fingerprint->setReadOnly(true);
    m_fingerprint->setTabChangesFocus(true);
    m_fingerprint->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_fingerprint->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_fingerprint->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_fingerprint->document()->setDocumentMargin(fieldMargin);
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_fingerprintName->setWordWrap(false);
    m_fingerprintName->setBuddy(m_fingerprint);
    m_fingerprintName->setContentsMargins(0, fieldMargin, 0, 0); // aligned with the field's first line
    setButtonKind(m_copy, ButtonKind::Plain);
    grid->addWidget(m_fingerprintName, row, 0, Qt::AlignTop);
    grid->addWidget(m_fingerprint, row++, 1, Qt::AlignLeft);
    grid->setRowMinimumHeight(row++, 4);
    auto *below = new QHBoxLayout;
    below->setSpacing(16);
    below->addWidget(m_copy);
    below->addWidget(m_copied, 1);
    grid->addLayout(below, row, 1);
    connect(m_copy, &QPushButton::clicked, this, &CertificateView::copy);
    measure();
}

CertificateView::Row CertificateView::addRow(QGridLayout &grid, int row)
{
    Row made{new TextLabel(textsize::body, TextLabel::Ink::Secondary), new TextLabel};
    made.name->setWordWrap(false);
    made.name->setBuddy(made.value);
    made.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    grid.addWidget(made.name, row, 0, Qt::AlignTop);
    grid.addWidget(made.value, row, 1);
    return made;
}

//! Fixes the field at exactly the size of the fingerprint, no part of which may be out of view.
void CertificateView::measure()
{
    m_fingerprint->setFont(receiptFont(textsize::card));
    const QFontMetricsF metrics(m_fingerprint->font());
    const qreal around = 2 * (m_fingerprint->document()->documentMargin() + m_fingerprint->frameWidth());
    m_fingerprint->setFixedSize(
        static_cast<int>(std::ceil(metrics.horizontalAdvance(QString(fingerprintColumns, u'0')) + around)) + 2,
        static_cast<int>(std::ceil(metrics.lineSpacing() * fingerprintRows + around)) + 2);
}

void CertificateView::setFacts(const CertificateFacts &facts)
{
    const auto show = [](const Row &row, const QString &name, const QString &value) {
        row.name->setText(name);
        row.value->setText(value);
    };
    show(m_subject, tr("Issued to"), breakable(facts.subject));
    show(m_issuer, tr("Issued by"), facts.isSelfSigned ? tr("itself (self-signed)") : breakable(facts.issuer));
    QStringList names;
    for (const QString &name : facts.names.first(std::min(mostNames, facts.names.size())))
        names += breakable(name);
    QString list = names.join(u'\n');
    if (facts.names.size() > mostNames)
        list =
            tr("%1\nand %n more", "names of a certificate", static_cast<int>(facts.names.size() - mostNames)).arg(list);
    show(m_names, tr("Names"), list);
    m_names.name->setVisible(!list.isEmpty());
    m_names.value->setVisible(!list.isEmpty());
    show(m_from, tr("Valid from"), momentOf(facts.validFrom));
    show(m_to, tr("Valid until"), momentOf(facts.validTo));

    m_sha256 = facts.sha256;
    m_fingerprintName->setText(tr("SHA-256 fingerprint"));
    m_fingerprint->setAccessibleName(tr("SHA-256 fingerprint"));
    if (const QString lines = fingerprintLines(m_sha256); lines != m_fingerprint->toPlainText())
        m_fingerprint->setPlainText(lines);
    m_copy->setText(tr("Copy fingerprint"));
    m_copied->clear();
}

QWidget *CertificateView::fingerprint() const
{
    return m_fingerprint;
}

void CertificateView::copy()
{
    QGuiApplication::clipboard()->setText(m_sha256);
    m_copied->setText(tr("Copied"));
    emit copied(m_copied->text());
}

void CertificateView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        measure();
}

} // namespace linterna
