// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csv/exportoptions.h"
#include "settings/settings.h"

#include <QWidget>

class QVBoxLayout;

namespace linterna {

class ColumnChoice;
class Disclosure;
class FormField;
class Segments;

//! What there is to be exported.
struct ExportScope {
    //! The checks of the list as it is filtered, and how many that are.
    HistoryFilter filter = {};
    qint64 listed = 0;
    //! Selected lines of it.
    std::vector<qint64> selected = {};
    //! Checks in the record.
    qint64 all = 0;
};

//! Asks what is to be exported, and how. Begins with what was chosen the last time.
class ExportForm : public QWidget
{
    Q_OBJECT
public:
    ExportForm(const Settings &settings, ExportScope scope, QWidget *parent = nullptr);

    //! All that was chosen, the words of headers included.
    [[nodiscard]] ExportOptions options() const;
    //! How many checks that are.
    [[nodiscard]] qint64 checks() const;
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
    enum class What { Selected, Listed, All };
    FormField *add(Segments *segments, QVBoxLayout *layout);
    void take(const Settings &settings);
    void arrange();
    void retranslate();
    void sayWhat();
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] What what() const;

    ExportScope m_scope;
    std::vector<What> m_offered;
    Segments *m_what;
    Segments *m_kind;
    Segments *m_format;
    Segments *m_languages;
    Segments *m_headers;
    Segments *m_masked;
    FormField *m_whatField;
    FormField *m_kindField;
    FormField *m_formatField;
    FormField *m_languagesField;
    FormField *m_headersField;
    FormField *m_maskedField;
    ColumnChoice *m_columns;
    Disclosure *m_columnsPart;
};

} // namespace linterna
