// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/exchange/rowwriters.h"

#include "lib/exchange/checkjson.h"
#include "lib/exchange/eventjson.h"
#include "lib/exchange/maskedtext.h"
#include "lib/json/jsontext.h"
#include "lib/tables/csvwriter.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! The cells of a row, in turn: `cell` is called with the column, its value, and whether there is one.
class CellReader
{
public:
    explicit CellReader(const ExportOptions &options) : m_columns(chosenColumns(options)), m_masked(options.masked) {}

    [[nodiscard]] const std::vector<const ExportColumn *> &columns() const { return m_columns; }

    template<class Use>
    void read(const CheckRow &row, const std::optional<CheckOutcome> &outcome, const CaseRow *ofCase, Use use) const
    {
        const ExportSource source{row, outcome ? &*outcome : nullptr,
                                  outcome && outcome->result ? &*outcome->result : nullptr, ofCase};
        for (const ExportColumn *column : m_columns)
            use(*column, valueOf(*column, source));
    }

private:
    [[nodiscard]] std::optional<ExportValue> valueOf(const ExportColumn &column, const ExportSource &source) const
    {
        if (!isThere(column.needs, source))
            return {};
        std::optional<ExportValue> value = column.value(source);
        if (m_masked && value)
            mask(*value);
        return value;
    }
    [[nodiscard]] static bool isThere(ExportColumn::Needs needed, const ExportSource &source)
    {
        using Needs = ExportColumn::Needs;
        switch (needed) {
        case Needs::Check:
            return source.row.id != 0;
        case Needs::Outcome:
            return source.outcome;
        case Needs::Status:
            return source.status;
        case Needs::Case:
            return source.ofCase;
        case Needs::Row:
            break;
        }
        return true;
    }
    static void mask(ExportValue &value)
    {
        if (auto *text = std::get_if<QString>(&value)) {
            *text = maskedText(*text);
        } else if (auto *texts = std::get_if<QStringList>(&value)) {
            for (QString &each : *texts)
                each = maskedText(each);
        }
    }

    std::vector<const ExportColumn *> m_columns;
    bool m_masked;
};

QString textOf(const ExportValue &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    if (const auto *number = std::get_if<int>(&value))
        return QString::number(*number);
    if (const auto *truth = std::get_if<bool>(&value))
        return *truth ? u"yes"_s : u"no"_s;
    return std::get<QStringList>(value).join(u" | "_s);
}

class CsvRows : public RowWriter
{
public:
    explicit CsvRows(const ExportOptions &options)
        : m_cells(options), m_headers(options.headers), m_complete(options.isComplete())
    {}

    [[nodiscard]] bool wantsRequests() const override { return m_complete; }
    void begin(QByteArray &out) override
    {
        out += CsvMark;
        bool first = true;
        for (const ExportColumn *column : m_cells.columns()) {
            separate(out, first);
            const QString name(column->name);
            appendCsvCell(out, m_complete ? name : m_headers.value(name, name), CsvCell::Value, isAlone());
        }
        if (m_complete)
            appendCsvCell(out += ',', QString(CheckColumn));
        out += "\r\n";
    }
    void row(QByteArray &out, const CheckRow &row, const std::optional<CheckOutcome> &outcome,
             const CaseRow *ofCase) override
    {
        bool first = true;
        m_cells.read(row, outcome, ofCase, [&](const ExportColumn &column, const std::optional<ExportValue> &value) {
            separate(out, first);
            if (value || isAlone())
                appendCsvCell(out, value ? textOf(*value) : QString(), column.cell, isAlone());
        });
        if (m_complete) {
            m_check.resize(0);
            appendCheckJson(m_check, row, outcome);
            appendQuotedCsvCell(out += ',', m_check);
        }
        out += "\r\n";
    }

private:
    static void separate(QByteArray &out, bool &first)
    {
        if (!first)
            out += ',';
        first = false;
    }
    //! Whether a row has a single cell, which then needs quotation marks: an empty line would be no cell.
    [[nodiscard]] bool isAlone() const { return m_cells.columns().size() == 1; }

    CellReader m_cells;
    QMap<QString, QString> m_headers;
    bool m_complete;
    QByteArray m_check;
};

class EverydayObjects : public RowWriter
{
public:
    explicit EverydayObjects(const ExportOptions &options) : m_cells(options) {}

    [[nodiscard]] bool wantsRequests() const override { return false; }
    void begin(QByteArray &) override {}
    void row(QByteArray &out, const CheckRow &row, const std::optional<CheckOutcome> &outcome,
             const CaseRow *ofCase) override
    {
        JsonText json(out);
        json.beginObject();
        m_cells.read(row, outcome, ofCase, [&](const ExportColumn &column, const std::optional<ExportValue> &value) {
            json.key(column.name);
            if (value)
                write(json, *value);
            else
                json.null();
        });
        json.endObject();
        out += '\n';
    }

private:
    static void write(JsonText &json, const ExportValue &value)
    {
        if (const auto *text = std::get_if<QString>(&value))
            json.text(*text);
        else if (const auto *number = std::get_if<int>(&value))
            json.number(*number);
        else if (const auto *truth = std::get_if<bool>(&value))
            json.truth(*truth);
        else
            json.texts(std::get<QStringList>(value));
    }
    CellReader m_cells;
};

class CompleteObjects : public RowWriter
{
public:
    [[nodiscard]] bool wantsRequests() const override { return true; }
    [[nodiscard]] bool wantsEvents() const override { return true; }
    void begin(QByteArray &) override {}
    void event(QByteArray &out, const RecordEvent &event) override
    {
        appendEventJson(out, event);
        out += '\n';
    }
    void row(QByteArray &out, const CheckRow &row, const std::optional<CheckOutcome> &outcome, const CaseRow *) override
    {
        appendCheckJson(out, row, outcome);
        out += '\n';
    }
};

} // namespace

std::unique_ptr<RowWriter> rowWriterFor(const ExportOptions &options)
{
    if (options.format == ExportOptions::Format::Csv)
        return std::make_unique<CsvRows>(options);
    if (options.isComplete())
        return std::make_unique<CompleteObjects>();
    return std::make_unique<EverydayObjects>(options);
}

} // namespace linterna
