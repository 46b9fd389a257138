// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exportscope.h"
#include "settings/settings.h"

#include <QWidget>

class QVBoxLayout;

namespace linterna {

class ColumnChoice;
class Disclosure;
class FormField;
class Segments;

//! Asks what is to be exported, and how. Begins with what the person looks at, and for the rest with what was chosen the
//! last time.
class ExportForm : public QWidget
{
    Q_OBJECT
public:
    ExportForm(const Settings &settings, ExportScope scope, QWidget *parent = nullptr);

    //! All that was chosen, the words of headers included.
    [[nodiscard]] ExportOptions options() const;
    //! What a line of the file will stand for, and how many there will be.
    [[nodiscard]] ExportScope::Line line() const;
    [[nodiscard]] qint64 count() const;
    //! To be remembered.
    [[nodiscard]] QStringList choices() const;
    //! Empty, or why it cannot be done so.
    [[nodiscard]] QString problem() const;
    void focusFirst();

signals:
    void edited();
    //! A part that was closed is open now.
    void opened(QWidget *part);

protected:
    void changeEvent(QEvent *event) override;

private:
    FormField *add(Segments *segments, QVBoxLayout *layout);
    void take(const Settings &settings);
    void retranslate();
    void sayParts();
    void sayKind();
    void sayWhat();
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] ExportScope::Part part() const;
    [[nodiscard]] ColumnChoice *columns() const;
    //! "37 listed cases, one line each."
    [[nodiscard]] QString sentence() const;

    ExportScope m_scope;
    std::vector<ExportScope::Part> m_parts;
    std::vector<ExportScope::Line> m_lines;
    //! What was wanted last where that can be had: of checks.
    bool m_completeWanted = false;
    Segments *m_what;
    Segments *m_line;
    Segments *m_kind;
    Segments *m_format;
    Segments *m_languages;
    Segments *m_headers;
    Segments *m_masked;
    FormField *m_whatField;
    FormField *m_lineField;
    FormField *m_kindField;
    FormField *m_formatField;
    FormField *m_languagesField;
    FormField *m_headersField;
    FormField *m_maskedField;
    ColumnChoice *m_columns;
    ColumnChoice *m_caseColumns;
    Disclosure *m_columnsPart;
};

} // namespace linterna
