// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/crypto/fieldcipher.h"
#include "lib/localrecord/author.h"
#include "lib/localrecord/nametable.h"
#include "lib/record/checkinspection.h"
#include "lib/record/eventcontent.h"
#include "lib/record/recordevent.h"

#include <span>

namespace linterna {

//! An event whose content was opened, and is what its leaf vouches for.
struct OpenedEvent {
    DecodedEvent decoded;
    QByteArray salt = {};
    QByteArray canonical = {};
    //! What this record keeps beside the canonical bytes: nothing that the leaf vouches for, but sealed with them.
    QByteArray local = {};
};

//! The events of the record: the log from which all else is made (lib/record/EVENTS.md). Rows are appended; what can
//! change of one is that its content is destroyed.
class EventTable
{
public:
    //! `file`: in which the database is kept; empty: in memory. Events are written by the desk that began in this very
    //! file on this computer. Where there is none (the file was copied, moved or restored), or the end of its chain is
    //! damaged, the next event begins another desk, so that no two programs go on with one chain.
    EventTable(std::shared_ptr<Database> database, const FieldCipher &cipher, NameTable &words, const QString &file);

    //! Call at the beginning of a transaction, and when one did not come to its end: other programs append events too.
    void forget()
    {
        m_end.reset();
        m_nextId.reset();
    }

    //! What append() is told beside the content.
    struct Wanted {
        QByteArray uuid = {}; //!< Empty: a new one.
        QByteArray local = {};
        //! See EventOrigin.
        std::optional<qint64> takenOver = {};
    };
    struct Appended {
        qint64 id = 0;
        QByteArray uuid = {};
    };
    //! Appends an event of this desk. Call inside a transaction.
    [[nodiscard]] Result<Appended> append(QLatin1StringView kind, const EventContent &content, const Author &author,
                                          const Wanted &wanted);
    [[nodiscard]] Result<Appended> append(QLatin1StringView kind, const EventContent &content, const Author &author)
    {
        return append(kind, content, author, Wanted());
    }

    //! Appends what another desk wrote, or a file says without a place in any chain, to the chain of this desk: UUID and
    //! canonical bytes stay. Call inside a transaction.
    [[nodiscard]] Result<Appended> adopt(const RecordEvent &event, const Author &author);
    //! Inserts an event of another desk as it is; `desk`: its row in `desks`. Nothing is verified. Call inside a
    //! transaction.
    [[nodiscard]] Result<qint64> insert(const RecordEvent &event, qint64 desk);
    //! Seals what this record keeps beside the canonical bytes of an event anew. Call inside a transaction.
    [[nodiscard]] std::optional<Error> setLocal(qint64 id, const OpenedEvent &event, const QByteArray &local);
    //! The sealed bytes of an event.
    [[nodiscard]] QByteArray sealed(const RecordEvent &event, const QByteArray &local = {}) const;
    //! Salt and canonical bytes of sealed ones, which the leaf need not vouch for; empty where they cannot be opened.
    [[nodiscard]] std::optional<std::pair<QByteArray, QByteArray>> unsealed(const QByteArray &uuid,
                                                                            const QByteArray &sealed) const;
    //! Whether a desk writes in this very file on this computer.
    [[nodiscard]] bool isHere(const QByteArray &place) const { return place == m_place; }

    //! SQL conditions for the events of one kind, other than checks and edits, that use the index of these few.
    [[nodiscard]] static QString ofKind(QLatin1StringView kind);
    //! The columns that open() expects, in its order, with the table's name before them.
    [[nodiscard]] static QString columns();
    static constexpr int ColumnCount = 4;
    //! The event of the current row, whose columns() begin at column `first`. Empty where it cannot be trusted: its
    //! content is gone or cannot be opened, is not what the leaf vouches for, or is of another event or kind. `damage` is
    //! then told which of these.
    [[nodiscard]] std::optional<OpenedEvent> open(const Rows &rows, int first, CheckDamage *damage = nullptr) const;
    //! The event with this UUID, or with this change number; empty as with open(), and where there is none.
    [[nodiscard]] Result<std::optional<OpenedEvent>> find(const QByteArray &uuid) const;
    [[nodiscard]] Result<std::optional<OpenedEvent>> at(qint64 id) const;
    //! The change number of the newest event; 0 where there is none.
    [[nodiscard]] Result<qint64> newest() const;

    //! Where the events with these change numbers stand in the chains of their desks, and of desks that have copies.
    [[nodiscard]] Result<std::vector<EventRange>> rangesOf(std::span<const qint64> ids) const;
    //! Destroys content and salt of these events; leaf and link stay. Call inside a transaction, and say so by an event
    //! of kind "destroyed".
    [[nodiscard]] std::optional<Error> destroy(std::span<const qint64> ids);

private:
    //! The end of this desk's chain.
    struct ChainEnd {
        qint64 desk = 0; //!< desks.id
        QByteArray deskUuid = {};
        qint64 number = 0;
        QByteArray link = noLink();
    };
    [[nodiscard]] Result<ChainEnd> findEnd(const Author &author);
    //! The end of a desk's chain as far as it holds; empty where its last event is not the one that was written last.
    [[nodiscard]] Result<std::optional<ChainEnd>> soundEnd(qint64 desk, const QByteArray &deskUuid) const;
    [[nodiscard]] Result<ChainEnd> beginDesk(const Author &author, const std::optional<ChainEnd> &continues);
    [[nodiscard]] Result<ChainEnd *> end(const Author &author);
    //! Appends an event; `event` has all but its place in the chain. `local`: as in Wanted.
    [[nodiscard]] Result<qint64> insertRow(const RecordEvent &event, qint64 desk, const QByteArray &local);
    [[nodiscard]] Result<Appended> write(RecordEvent event, const QByteArray &local, ChainEnd &end);

    std::shared_ptr<Database> m_database;
    const FieldCipher &m_cipher;
    NameTable &m_words;
    QByteArray m_place;
    //! As of this transaction.
    std::optional<ChainEnd> m_end;
    //! Change number of the next event; as of this transaction.
    std::optional<qint64> m_nextId;
};

} // namespace linterna
