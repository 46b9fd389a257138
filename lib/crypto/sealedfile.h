// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/crypto/passphrase.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <optional>

class QIODevice;

namespace linterna {

// One file under a passphrase, of any length, written and read in one pass: a head of 104 bytes with the magic,
// the version, the size, the cost and salt of Argon2id, and what tells another passphrase from damage; then pieces of
// 64 KiB under XChaCha20-Poly1305 (libsodium's secretstream), each of which vouches for its place, the first for the
// head, and the last for being the last. Nothing that was cut off, changed, moved or added is ever given out as read.

//! What is wrong with a sealed file.
enum class SealedProblem {
    NotSealed,       //!< Not a sealed file.
    Newer,           //!< Written by a newer version of Linterna.
    Damaged,         //!< Something in the file was changed.
    CutShort,        //!< The end of the file is missing.
    TooCostly,       //!< The file asks for more work than Linterna ever does.
    WrongPassphrase, //!< The file was sealed under another passphrase.
};
//! The problem in English, for Error::detail.
[[nodiscard]] QString sealedProblemText(SealedProblem problem);

//! Seals what is written to it, into bytes for a file.
class SealedWriter
{
public:
    //! Takes bytes for the file; an Error ends the writing.
    using Sink = std::function<std::optional<Error>(const QByteArray &bytes)>;
    explicit SealedWriter(Sink sink);
    ~SealedWriter();

    //! Writes the head. `size`: bytes that are going to be written. Takes as long as `cost` says.
    [[nodiscard]] std::optional<Error> begin(qint64 size, const Secret &passphrase, const PassphraseCost &cost);
    [[nodiscard]] std::optional<Error> write(QByteArrayView plain);
    //! Writes the rest. Without this call the file is cut short.
    [[nodiscard]] std::optional<Error> end();

private:
    [[nodiscard]] std::optional<Error> push(unsigned char tag);

    Sink m_sink;
    struct Stream;
    std::unique_ptr<Stream> m_stream;
    QByteArray m_head;
    QByteArray m_plain;
    qint64 m_left = 0;
};

//! Opens what SealedWriter sealed. Errors: Unreadable (see problem()), Storage (the file cannot be read, or there is
//! not memory enough).
class SealedReader
{
public:
    explicit SealedReader(QIODevice &file);
    ~SealedReader();

    //! Reads the head. Takes as long as the cost in the file says.
    [[nodiscard]] std::optional<Error> begin(const Secret &passphrase);
    //! The next piece; empty after the last one, and only then is the file whole.
    [[nodiscard]] Result<QByteArray> read();
    [[nodiscard]] std::optional<SealedProblem> problem() const { return m_problem; }

private:
    [[nodiscard]] Error refuse(SealedProblem problem);
    [[nodiscard]] Result<QByteArray> bytes(qint64 most);

    QIODevice &m_file;
    struct Stream;
    std::unique_ptr<Stream> m_stream;
    QByteArray m_head;
    bool m_ended = false;
    std::optional<SealedProblem> m_problem;
};

} // namespace linterna
