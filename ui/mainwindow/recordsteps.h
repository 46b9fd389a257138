// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QUndoStack>

#include <functional>
#include <optional>
#include <vector>

namespace linterna {

//! What was changed in the record by hand, or by its retention, and can be taken back in the opposite order.
//! Writing takes time and may fail, so that a step moves only once it has been written.
class RecordSteps : public QObject
{
    Q_OBJECT
public:
    enum class Kind { Edit, Deletion, OldChecks };
    //! What a step is called, for words in any language.
    struct Name {
        Kind kind = Kind::Edit;
        QString receipt = {}; //!< Of the only case that it concerns; else empty.
        int cases = 0;
        bool operator==(const Name &) const = default;
    };
    //! Is called with true when it is written, with false when that failed.
    using Done = std::function<void(bool written)>;
    struct Step {
        Name name;
        std::function<void(Done)> undo;
        std::function<void(Done)> redo;
    };

    explicit RecordSteps(QObject *parent = nullptr);
    ~RecordSteps() override;

    //! One that has been done.
    void push(Step step);
    //! Nothing where there is nothing to do, or another step is just being written.
    void undo();
    void redo();
    //! Empty where there is nothing to do.
    [[nodiscard]] std::optional<Name> toUndo() const { return nameAt(m_stack.index() - 1); }
    [[nodiscard]] std::optional<Name> toRedo() const { return nameAt(m_stack.index()); }
    //! Another record is open by now.
    void forget();

signals:
    //! toUndo() or toRedo() is another than before.
    void changed();

private:
    class Command;
    [[nodiscard]] std::optional<Name> nameAt(int index) const;
    void write(int index, std::function<void(Done)> Step::*way, void (QUndoStack::*move)());

    QUndoStack m_stack;
    bool m_writing = false;
    std::vector<Step> m_waiting;
    int m_record = 0; //!< How many were forgotten: what was written into an earlier one moves nothing.
};

} // namespace linterna
