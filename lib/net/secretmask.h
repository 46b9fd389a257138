// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/secret.h"

#include <QString>

#include <array>
#include <bitset>
#include <vector>

namespace linterna {

struct CanonicalText;

//! Takes secrets out of what a server, a gateway or a network wrote, before any of it is kept or shown: those that were
//! added, in any spelling that canonicaltext.h undoes, in hexadecimal digits, and in Base64 wherever they begin in it;
//! and the value of whatever is called access_token, refresh_token, id_token or client_secret.
//!
//! Holds no secret: only keyed hashes of its spellings, so that it may live as long as a connection is in use.
class SecretMask
{
public:
    SecretMask();

    //! Adds a secret. One that is too short to be told from words is ignored: no server gives such a one.
    void add(const Secret &secret);
    struct Masked {
        //! With dots in the place of each secret; only dots where one cannot be cut out.
        QByteArray text;
        //! Whether there was one.
        bool found = false;
    };
    [[nodiscard]] Masked masked(const QByteArray &text) const;
    [[nodiscard]] QString masked(const QString &text) const;

private:
    using Hash = std::array<unsigned char, 16>;
    struct Spelling {
        quint32 start; //!< hash of its first bytes
        qsizetype length;
        Hash hash;
        bool isBase64;
    };
    struct Found;
    void addSpelling(const QByteArray &canonical, bool isBase64);
    [[nodiscard]] quint32 startHash(const char *bytes) const;
    [[nodiscard]] Hash hashOf(QByteArrayView bytes) const;
    [[nodiscard]] Found search(QByteArrayView text, int depth) const;
    void searchReading(const CanonicalText &text, int depth, Found &found) const;
    void searchSpellings(const CanonicalText &text, Found &found) const;
    [[nodiscard]] bool isBase64OfSecret(QByteArrayView digits, int depth) const;
    void searchBase64(const CanonicalText &text, int depth, Found &found) const;

    Hash m_key;
    quint64 m_factor;
    std::bitset<4096> m_starts;
    std::vector<Spelling> m_spellings;
};

//! What stands in the place of a secret.
[[nodiscard]] QByteArray secretDots();

//! Whether a header field or a parameter of that name holds something that lets its owner in: "X-API-Key",
//! "Ocp-Apim-Subscription-Key", "signature". Such a value is sent, and shown nowhere.
[[nodiscard]] bool isKeyName(QByteArrayView name);

} // namespace linterna
