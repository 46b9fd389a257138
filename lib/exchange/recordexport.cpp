// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/exchange/recordexport.h"

#include "lib/exchange/exportwriter.h"

#include <atomic>

namespace linterna {

namespace {

//! Whether an export can still be stopped. Once it takes the old file's place it cannot, and a cancel does nothing.
class Decision
{
public:
    [[nodiscard]] bool stop() { return decide(State::Stopped); }
    [[nodiscard]] bool commit() { return decide(State::Committed); }

private:
    enum class State { Open, Stopped, Committed };
    bool decide(State wanted)
    {
        State was = State::Open;
        return m_state.compare_exchange_strong(was, wanted) || was == wanted;
    }
    std::atomic<State> m_state = State::Open;
};

class Exporter : public RecordVisitor
{
public:
    Exporter(const QString &file, const ExportOptions &options, std::shared_ptr<Decision> decision)
        : m_writer(file, options), m_decision(std::move(decision))
    {}

    bool wantsRequests() const override { return m_writer.wantsRequests(); }
    bool wantsEvents() const override { return m_writer.wantsEvents(); }
    std::optional<Error> begin() override { return m_writer.open(); }
    std::optional<Error> event(const RecordEvent &event) override { return m_writer.add(event); }
    std::optional<Error> row(CheckRow row, std::optional<CheckOutcome> outcome) override
    {
        return m_writer.add(std::move(row), std::move(outcome));
    }
    std::optional<Error> caseRow(CaseRow ofCase, CheckRow row, std::optional<CheckOutcome> outcome) override
    {
        return m_writer.add(std::move(row), std::move(outcome), std::move(ofCase));
    }
    std::optional<Error> end() override
    {
        if (auto error = m_writer.finish())
            return error;
        return m_decision->commit() ? m_writer.commit() : Error{.code = ErrorCode::Cancelled};
    }

private:
    ExportWriter m_writer;
    std::shared_ptr<Decision> m_decision;
};

//! The visit that writes, which cannot be cancelled any more once it has decided to commit.
class ExportJob : public JobOf<qint64>
{
public:
    ExportJob(JobOf<qint64> *visit, std::shared_ptr<Decision> decision, QObject *parent)
        : JobOf(parent), m_visit(visit), m_decision(std::move(decision))
    {
        visit->onFinished(this, [this](const Result<qint64> &written) { finish(written); });
    }
    void cancel() override
    {
        if (isFinished() || !m_decision->stop())
            return;
        if (m_visit)
            m_visit->cancel();
        JobOf::cancel();
    }

private:
    QPointer<Job> m_visit;
    std::shared_ptr<Decision> m_decision;
};

} // namespace

JobOf<qint64> *exportRecord(Record &history, const QString &file, const ExportOptions &options)
{
    auto decision = std::make_shared<Decision>();
    JobOf<qint64> *visit = history.visit(std::make_shared<Exporter>(file, options, decision), options.scope);
    return new ExportJob(visit, decision, &history);
}

} // namespace linterna
