// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/recordkeeping/recordmigrationjob.h"

#include "lib/crypto/fieldcipher.h"

#include <deque>

namespace linterna {

namespace {

//! A visitor that collects all checks but those in `without`.
class Collector : public RecordVisitor
{
public:
    explicit Collector(std::set<qint64> without) : m_without(std::move(without)) {}
    std::optional<Error> begin() override { return {}; }
    std::optional<Error> row(CheckRow row, std::optional<CheckOutcome> outcome) override
    {
        if (outcome && !m_without.contains(row.id)) // each check of a record in memory has one
            checks.push_back(*std::move(outcome));
        return {};
    }
    std::optional<Error> end() override { return {}; }

    std::deque<CheckOutcome> checks;

private:
    std::set<qint64> m_without;
};

class Move : public JobOf<Nothing>
{
public:
    Move(LocalRecord &history, std::unique_ptr<LocalRecord> target, const RecordLocation &location,
         std::shared_ptr<RecordMoveMark> mark)
        : JobOf(&history), m_history(history), m_target(std::move(target)), m_location(location),
          m_mark(std::move(mark))
    {}

    //! Copies what people wrote first, while the record in memory is still there: where this fails, that record stays.
    void copyNotes()
    {
        m_history.officeNotes()->onFinished(this, [this](const Result<OfficeNotes> &notes) {
            if (!notes)
                return finish(notes.error());
            m_copied = *notes;
            m_target->addOfficeNotes(*notes)->onFinished(this, [this](const Result<Nothing> &added) {
                if (!added)
                    return finish(added.error());
                copyNext();
            });
        });
    }

private:
    void copyNext()
    {
        const auto collector = std::make_shared<Collector>(m_mark->moved);
        m_history.visit(collector)->onFinished(this, [this, collector](const Result<qint64> &visited) {
            if (!visited)
                return finish(visited.error());
            if (collector->checks.empty())
                return change();
            copy(collector->checks);
        });
    }

    //! Asks for all checks at once: what was asked for is done even where the program ends before it.
    void copy(const std::deque<CheckOutcome> &checks)
    {
        m_left = checks.size();
        for (const CheckOutcome &check : checks)
            m_target->record(check)->onFinished(
                this, [this, id = check.id](const Result<CheckOutcome> &recorded) { copied(id, recorded); });
    }
    void copied(qint64 id, const Result<CheckOutcome> &recorded)
    {
        if (recorded)
            m_mark->moved.insert(id);
        else if (!m_failure)
            m_failure = recorded.error();
        if (--m_left > 0)
            return;
        if (m_failure)
            finish(*m_failure);
        else
            copyNext(); // there may be more by now
    }

    //! Jobs of the store keep their order: what was recorded or written before these is collected, what comes after
    //! them goes into the file.
    void change()
    {
        const auto late = std::make_shared<Collector>(m_mark->moved);
        (void)m_history.visit(late, {.atOnce = true});
        m_history.officeNotes()->onFinished(this, [this](const Result<OfficeNotes> &notes) {
            if (notes)
                m_notes = *notes;
        });
        m_history.file().open(m_location)->onFinished(this, [this, late](const Result<Nothing> &opened) {
            m_checks = std::move(late->checks);
            m_mark->moved.clear(); // the record in memory is gone either way, and its checks but these are in the file
            if (opened)
                addLateNotes({});
            else
                backToMemory(opened.error());
        });
    }

    void backToMemory(const Error &why)
    {
        m_history.file().open({{}, FieldCipher::makeDataKey()})->onFinished(this, [this, why](const Result<Nothing> &) {
            addLateNotes(why);
        });
    }

    void addLateNotes(const std::optional<Error> &why)
    {
        const bool copied = !why && m_notes == m_copied;
        m_history.addOfficeNotes(copied ? OfficeNotes{} : m_notes)
            ->onFinished(
                this, [this, why](const Result<Nothing> &added) { recordLate(!added && !why ? added.error() : why); });
    }

    void recordLate(const std::optional<Error> &why)
    {
        if (m_checks.empty())
            return finish(why ? Result<Nothing>(*why) : Nothing{});
        const CheckOutcome check = m_checks.front();
        m_checks.pop_front();
        m_history.record(check)->onFinished(this, [this, why](const Result<CheckOutcome> &recorded) {
            recordLate(!recorded && !why ? recorded.error() : why);
        });
    }

    LocalRecord &m_history; // this job's parent
    std::unique_ptr<LocalRecord> m_target;
    RecordLocation m_location;
    std::shared_ptr<RecordMoveMark> m_mark;
    std::deque<CheckOutcome> m_checks;
    OfficeNotes m_copied; //!< What copyNotes() has written into the file.
    OfficeNotes m_notes;
    std::size_t m_left = 0;
    std::optional<Error> m_failure;
};

} // namespace

JobOf<Nothing> *moveRecord(LocalRecord &history, std::unique_ptr<LocalRecord> target, const RecordLocation &location,
                           std::shared_ptr<RecordMoveMark> mark)
{
    auto *move = new Move(history, std::move(target), location, std::move(mark));
    move->copyNotes();
    return move;
}

} // namespace linterna
