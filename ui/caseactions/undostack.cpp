// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/caseactions/undostack.h"

namespace linterna {

namespace {
//! Steps kept at most: each may hold a long note, and nobody undoes more.
constexpr int mostSteps = 100;
} // namespace

//! Holds a step. Its undo() and redo() do nothing: the stack moves only after the record was written
//! (UndoStack::write()).
class UndoStack::Command : public QUndoCommand
{
public:
    explicit Command(Step step_) : step(std::move(step_)) {}
    Step step;
};

UndoStack::UndoStack(QObject *parent) : QObject(parent)
{
    m_stack.setUndoLimit(mostSteps);
    connect(&m_stack, &QUndoStack::indexChanged, this, &UndoStack::changed);
}

UndoStack::~UndoStack()
{
    m_stack.disconnect(this); // its destructor emits signals, when this object is gone
}

void UndoStack::push(Step step)
{
    if (m_writing)
        m_waiting.push_back(std::move(step)); // after the step that is being written
    else
        m_stack.push(new Command(std::move(step)));
}

std::optional<UndoStack::Name> UndoStack::nameAt(int index) const
{
    if (index < 0 || index >= m_stack.count())
        return {};
    return static_cast<const Command *>(m_stack.command(index))->step.name;
}

void UndoStack::undo()
{
    write(m_stack.index() - 1, &Step::undo, &QUndoStack::undo);
}

void UndoStack::redo()
{
    write(m_stack.index(), &Step::redo, &QUndoStack::redo);
}

void UndoStack::write(int index, std::function<void(Done)> Step::*way, void (QUndoStack::*move)())
{
    if (m_writing || !nameAt(index))
        return;
    m_writing = true;
    const auto work = static_cast<const Command *>(m_stack.command(index))->step.*way;
    work([self = QPointer(this), record = m_record, move](bool written) {
        if (!self || self->m_record != record)
            return;
        self->m_writing = false;
        if (written)
            (self->m_stack.*move)();
        for (Step &step : std::exchange(self->m_waiting, {}))
            self->push(std::move(step));
    });
}

void UndoStack::forget()
{
    ++m_record;
    m_writing = false;
    m_waiting.clear();
    m_stack.clear();
    emit changed();
}

} // namespace linterna
