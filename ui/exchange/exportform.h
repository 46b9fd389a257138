// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/settings/settings.h"
#include "ui/exchange/exportscope.h"

#include <QWidget>

class QVBoxLayout;

namespace linterna {

class ColumnChoice;
class Disclosure;
class FormField;
class Segments;

//! Asks what is to be exported, and how. Begins with the list that the person looks at, and otherwise with the last
//! choices.
class ExportForm : public QWidget
{
    Q_OBJECT
public:
    ExportForm(const Settings &settings, ExportScope scope, QWidget *parent = nullptr);

    //! All choices as options of the writer, with the words of column headings.
    [[nodiscard]] ExportOptions options() const;
    //! What a line of the file stands for; count() is the number of lines.
    [[nodiscard]] ExportScope::Line line() const;
    [[nodiscard]] qint64 count() const;
    //! The choices as words for the settings.
    [[nodiscard]] QStringList choices() const;
    //! Why these choices cannot be exported; empty where they can.
    [[nodiscard]] QString problem() const;
    void focusFirst();

signals:
    void edited();
    //! The person opened a part of the form.
    void opened(QWidget *part);

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
    //! What will be written: "37 listed cases, one line each."
    [[nodiscard]] QString sentence() const;

    ExportScope m_scope;
    std::vector<ExportScope::Part> m_parts;
    std::vector<ExportScope::Line> m_lines;
    //! Whether a complete copy was chosen last; it can be had only where a line stands for a check.
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
