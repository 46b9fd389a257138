// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QUndoStack>

#include <functional>
#include <optional>
#include <vector>

namespace linterna {

//! Undo stack of changes of the record, made by hand or by its retention. Writing takes time and may fail: a step
//! counts as undone or redone only when the record has been written.
class UndoStack : public QObject
{
    Q_OBJECT
public:
    enum class Kind { Edit, Deletion, OldChecks, EarlierDetails, ForeignDeletion };
    //! Name of a step, from which words in any language are made.
    struct Name {
        Kind kind = Kind::Edit;
        QString receipt = {}; //!< Receipt number where the step concerns one case; else empty.
        int cases = 0;
        bool operator==(const Name &) const = default;
    };
    //! To be called by Step::undo and Step::redo: with true when the record has been written, with false when that
    //! failed.
    using Done = std::function<void(bool written)>;
    struct Step {
        Name name;
        std::function<void(Done)> undo;
        std::function<void(Done)> redo;
    };

    explicit UndoStack(QObject *parent = nullptr);
    ~UndoStack() override;

    //! Adds a step that has been done already.
    void push(Step step);
    //! Undo and redo do nothing where there is no step, or another step is being written.
    void undo();
    void redo();
    //! Step that undo() or redo() would concern; empty where there is none.
    [[nodiscard]] std::optional<Name> toUndo() const { return nameAt(m_stack.index() - 1); }
    [[nodiscard]] std::optional<Name> toRedo() const { return nameAt(m_stack.index()); }
    //! Drops all steps; to be called when another record is opened.
    void forget();

signals:
    //! toUndo() or toRedo() has changed.
    void changed();

private:
    class Command;
    [[nodiscard]] std::optional<Name> nameAt(int index) const;
    void write(int index, std::function<void(Done)> Step::*way, void (QUndoStack::*move)());

    QUndoStack m_stack;
    bool m_writing = false;
    std::vector<Step> m_waiting;
    int m_record = 0; //!< Number of forget() calls: a write that began before the last one must not move the stack.
};

} // namespace linterna
