// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/secrets/keychainrules.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QByteArrayView base64Mark = "base64:";

Result<EntryMeaning> libraryMeaning(KeychainReply reply, const QString &detail)
{
    switch (reply) {
    case KeychainReply::Done:
    case KeychainReply::NotFound:
        return EntryMeaning::NotThere;
    case KeychainReply::NoService:
        return Error{.code = ErrorCode::KeychainAbsent, .detail = detail};
    case KeychainReply::Denied:
    case KeychainReply::Failed:
        break;
    }
    return Error{.code = ErrorCode::KeychainDenied, .detail = detail};
}

} // namespace

Result<EntryMeaning> entryMeaning(KeychainReply reply, const KeyringState &state, const QString &detail)
{
    switch (state.service) {
    case KeyringState::Service::NotAsked:
        return libraryMeaning(reply, detail);
    case KeyringState::Service::Absent:
        return Error{.code = ErrorCode::KeychainAbsent, .detail = u"no keyring service on the session bus"_s};
    case KeyringState::Service::Silent:
        return Error{.code = ErrorCode::KeychainLocked, .detail = u"the keyring service does not answer"_s};
    case KeyringState::Service::Locked:
        return Error{.code = ErrorCode::KeychainLocked, .detail = u"the default keyring is locked"_s};
    case KeyringState::Service::NoCollection:
    case KeyringState::Service::Open:
        break;
    }
    if (state.entryLocked)
        return Error{.code = ErrorCode::KeychainLocked, .detail = u"the keyring that holds the entry is locked"_s};
    if (reply != KeychainReply::Done && reply != KeychainReply::NotFound)
        return Error{.code = ErrorCode::KeychainDenied, .detail = detail};
    return state.holdsEntry ? EntryMeaning::Contradicted : EntryMeaning::NotThere;
}

QString keychainText(const Secret &secret)
{
    const QByteArrayView bytes = secret.view();
    QString text = QString::fromUtf8(bytes);
    QByteArray again = text.toUtf8(); // differs for damaged UTF-8, and for a byte order mark, which Qt drops
    const bool isText = again == bytes && !bytes.contains('\0') && !bytes.startsWith(base64Mark);
    wipe(again);
    if (isText)
        return text;
    text.fill(u'\0');
    QByteArray coded = QByteArray::fromRawData(bytes.data(), bytes.size()).toBase64();
    text = QLatin1StringView(base64Mark) + QLatin1StringView(coded);
    wipe(coded);
    return text;
}

Result<Secret> secretFromKeychain(QByteArray &&text)
{
    Secret stored(std::move(text));
    if (!stored.view().startsWith(base64Mark))
        return stored;
    const QByteArrayView coded = stored.view().sliced(base64Mark.size());
    auto decoded = QByteArray::fromBase64Encoding(QByteArray::fromRawData(coded.data(), coded.size()),
                                                  QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || coded.size() % 4 != 0) // Qt accepts cut Base64
        return Error{.code = ErrorCode::Storage, .detail = u"the entry in the keychain is damaged"_s};
    return Secret(std::move(decoded.decoded));
}

} // namespace linterna
