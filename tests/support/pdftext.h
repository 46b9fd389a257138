// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/patience.h"
#include <QProcess>
#include <QTemporaryDir>

namespace linterna::test {

//! Text of a PDF as another program reads it, page by page in the order of reading.
struct PdfText {
    QStringList pages;
    //! Text of all pages in one line.
    QString all;
    //! The file's metadata by name: "Title", "Pages", "Page size", …
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

    //! Output of a program that is given `input`.
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
