// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/crypto/keyfile.h"

#include "lib/base/background.h"
#include "lib/base/wholefile.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 largestKeyFile = 4096;

Result<Nothing> writeKey(const QString &path, const Secret &key, const Secret &passphrase, const PassphraseCost &cost)
{
    const Result<QByteArray> sealed = sealUnderPassphrase(key, passphrase, cost);
    if (!sealed)
        return sealed.error();
    if (const auto written = writeWholeFile(path, *sealed); !written)
        return written;
    const Result<QByteArray> there = readWholeFile(path, largestKeyFile);
    if (!there || *there != *sealed)
        return Error{.code = ErrorCode::Storage, .detail = u"%1: not the same after writing"_s.arg(path)};
    return Nothing{};
}

Result<Secret> readKey(const QString &path, const Secret &passphrase)
{
    const auto named = [&](Error error) {
        error.detail = u"%1: %2"_s.arg(path, error.detail);
        return error;
    };
    const Result<QByteArray> sealed = readWholeFile(path, largestKeyFile);
    if (!sealed)
        return named(sealed.error());
    Result<Secret> key = openUnderPassphrase(*sealed, passphrase);
    return key ? key : named(key.error());
}

} // namespace

JobOf<Nothing> *writeKeyFile(const QString &path, const Secret &key, const Secret &passphrase,
                             const PassphraseCost &cost, QObject *parent)
{
    return inBackground<Nothing>([=] { return writeKey(path, key, passphrase, cost); }, parent);
}

JobOf<Secret> *readKeyFile(const QString &path, const Secret &passphrase, QObject *parent)
{
    return inBackground<Secret>([=] { return readKey(path, passphrase); }, parent);
}

JobOf<bool> *changePassphrase(const QString &path, const Secret &before, const Secret &after,
                              const PassphraseCost &cost, QObject *parent)
{
    const auto change = [=]() -> Result<bool> {
        const Result<Secret> key = readKey(path, before);
        if (!key)
            return key.error();
        if (key->isEmpty())
            return false;
        if (const auto written = writeKey(path, *key, after, cost); !written)
            return written.error();
        return true;
    };
    return inBackground<bool>(change, parent);
}

} // namespace linterna
