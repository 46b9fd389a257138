// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/base/tlsproblem.h"

#include <algorithm>
#include <array>

namespace linterna {

namespace {

struct KindName {
    TlsProblem::Kind kind;
    QLatin1StringView name;
};

using namespace Qt::Literals::StringLiterals;

constexpr std::array kindNames{
    KindName{TlsProblem::Kind::CertificateFile, "certificate-file"_L1},
    KindName{TlsProblem::Kind::WeakProtocol, "weak-protocol"_L1},
    KindName{TlsProblem::Kind::Revoked, "revoked"_L1},
    KindName{TlsProblem::Kind::Expired, "expired"_L1},
    KindName{TlsProblem::Kind::NotYetValid, "not-yet-valid"_L1},
    KindName{TlsProblem::Kind::WrongHost, "wrong-host"_L1},
    KindName{TlsProblem::Kind::SelfSigned, "self-signed"_L1},
    KindName{TlsProblem::Kind::UnknownIssuer, "unknown-issuer"_L1},
    KindName{TlsProblem::Kind::Other, "other"_L1},
};

} // namespace

QString tlsProblemName(TlsProblem::Kind kind)
{
    const auto found = std::ranges::find(kindNames, kind, &KindName::kind);
    return found == kindNames.end() ? QString() : QString(found->name);
}

TlsProblem::Kind tlsProblemFromName(const QString &name)
{
    const auto found = std::ranges::find_if(kindNames, [&](const KindName &entry) { return name == entry.name; });
    return found == kindNames.end() ? TlsProblem::Kind::Other : found->kind;
}

} // namespace linterna
