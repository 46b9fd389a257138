// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/tls/certificate.h"

#include <QWidget>

class QGridLayout;
class QPlainTextEdit;
class QPushButton;

namespace linterna {

class TextLabel;

//! Shows what a person must see of a certificate before trusting it: whom it names, how long it is valid, and its
//! fingerprint in groups, to be selected, copied and compared.
class CertificateView : public QWidget
{
    Q_OBJECT
public:
    explicit CertificateView(QWidget *parent = nullptr);
    //! Shows a certificate, in the language of the moment.
    void setFacts(const CertificateFacts &facts);
    [[nodiscard]] QWidget *fingerprint() const;

signals:
    //! The fingerprint is in the clipboard; `message` says so.
    void copied(const QString &message);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row {
        TextLabel *name;
        TextLabel *value;
    };
    Row addRow(QGridLayout &grid, int row);
    void measure();
    void copy();
    QString m_sha256;
    Row m_subject;
    Row m_issuer;
    Row m_names;
    Row m_from;
    Row m_to;
    TextLabel *m_fingerprintName;
    QPlainTextEdit *m_fingerprint;
    QPushButton *m_copy;
    TextLabel *m_copied;
};

} // namespace linterna
