// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/patience.h"
#include <QProcess>
#include <QTemporaryDir>

namespace linterna::test {

//! What another program reads in a PDF, page by page in the order of reading.
struct PdfText {
    QStringList pages;
    //! All of it in one line.
    QString all;
    //! What the file says of itself: "Title", "Pages", "Page size", …
    QMap<QString, QString> facts;

    explicit PdfText(const QByteArray &pdf)
    {
        const QString text = QString::fromUtf8(
            run(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), QStringLiteral("-"), QStringLiteral("-")}, pdf));
        pages = text.split(QChar(u'\f'), Qt::SkipEmptyParts);
        all = text.simplified();
        for (const QString &line :
             QString::fromUtf8(run(QStringLiteral("pdfinfo"), {QStringLiteral("-")}, pdf)).split(u'\n'))
            facts[line.section(u':', 0, 0)] = line.section(u':', 1).trimmed();
    }

    //! A program's output for these bytes.
    static QByteArray run(const QString &program, const QStringList &arguments, const QByteArray &input)
    {
        QProcess process;
        process.start(program, arguments);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished(patience);
        return process.readAllStandardOutput();
    }
};

} // namespace linterna::test
