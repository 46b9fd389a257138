// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/base/tlsproblem.h"

#include "lib/base/enumnames.h"

namespace linterna {

namespace {

constexpr auto tlsProblemNames = enumNames<TlsProblem::Kind>({
    {TlsProblem::Kind::CertificateFile, "certificate-file"},
    {TlsProblem::Kind::WeakProtocol, "weak-protocol"},
    {TlsProblem::Kind::Revoked, "revoked"},
    {TlsProblem::Kind::Expired, "expired"},
    {TlsProblem::Kind::NotYetValid, "not-yet-valid"},
    {TlsProblem::Kind::WrongHost, "wrong-host"},
    {TlsProblem::Kind::SelfSigned, "self-signed"},
    {TlsProblem::Kind::UnknownIssuer, "unknown-issuer"},
    {TlsProblem::Kind::Other, "other"},
});

} // namespace

QString tlsProblemName(TlsProblem::Kind kind)
{
    return tlsProblemNames.name(kind);
}

TlsProblem::Kind tlsProblemFromName(const QString &name)
{
    return tlsProblemNames.value(name).value_or(TlsProblem::Kind::Other);
}

} // namespace linterna
