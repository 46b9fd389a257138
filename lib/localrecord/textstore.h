// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/crypto/fieldcipher.h"
#include "lib/domain/casestatus.h"
#include "lib/sqlite/database.h"
#include "lib/text/texttemplate.h"

#include <QCache>
#include <QHash>

namespace linterna {

//! Form type and title: what a list shows of an answer. Few for a whole record.
struct Heading {
    QString formType = {};
    BilingualText title = {};

    bool operator==(const Heading &) const = default;
};

struct KeptHeading : Heading {
    //! The keyed hash under which it is stored.
    QByteArray hash = {};
};

//! Texts that occur in many answers, each stored once. They are named by number, and by a keyed hash of their content,
//! under which they are sealed too.
class TextStore
{
public:
    enum class Kind : char {
        Heading = 'h',
        Letter = 'l',    //!< The form of a description, HTML in UTF-8.
        OddLetter = 'w', //!< A description that is no valid Unicode, as UTF-16 in little-endian order.
        Reply = 'r',     //!< The form of a reply.
    };
    struct Place {
        qint64 id = 0; //!< 0: no text at all.
        QByteArray hash = {};
    };

    TextStore(std::shared_ptr<Database> database, const FieldCipher &cipher);

    //! The place of a text, which is stored where it is new. Call inside a transaction, and forget() when that was
    //! rolled back.
    [[nodiscard]] Result<Place> keep(Kind kind, const QByteArray &content);
    void forget();

    struct Text {
        Kind kind;
        QByteArray content;
        QByteArray hash;
    };
    //! The text with this id. Null where it is gone or cannot be decrypted, or could not be read: the Rows that gave
    //! the id then have that error.
    [[nodiscard]] std::shared_ptr<const Text> text(qint64 id) const;
    [[nodiscard]] std::shared_ptr<const KeptHeading> heading(qint64 id) const;
    //! The plain text of the Letter with this id.
    [[nodiscard]] std::optional<PlainForm> plain(qint64 id) const;

    [[nodiscard]] static QByteArray encode(const Heading &heading);

private:
    [[nodiscard]] std::optional<Error> mend(const Place &place, const QByteArray &plain);

    template<class T>
    using Cache = QCache<qint64, std::shared_ptr<const T>>;

    std::shared_ptr<Database> m_database;
    const FieldCipher &m_cipher;
    QHash<QByteArray, qint64> m_places;
    mutable Cache<Text> m_texts;
    mutable Cache<KeptHeading> m_headings;
};

} // namespace linterna
