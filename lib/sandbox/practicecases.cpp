// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/sandbox/practicecases.h"

#include "lib/sandbox/casewriter.h"

#include <QFile>

#include <algorithm>
#include <array>

namespace linterna {

namespace {

using namespace Qt::StringLiterals;

//! Receipt numbers of the two published replies, which are answered byte for byte as published.
constexpr QLatin1StringView officialSample{"EAC9999103402"};
constexpr QLatin1StringView brokenHref{"EAC9999103400"};

//! Receipt numbers, and which of them have a history, as USCIS publishes them for its sandbox; form and title where
//! they were seen there (EAC9999103403, and those that end the list). The other titles are spread so that staff meet
//! every kind of status and every oddity of the real texts. The place in this list sets a case's dates.
constexpr std::array practiceCases{
    PracticeCase{"EAC9999103403"_L1, "I-130"_L1, "Case Was Approved"_L1, true},
    PracticeCase{"EAC9999103404"_L1, "I-485"_L1, "Interview Was Scheduled"_L1, true},
    PracticeCase{"EAC9999103405"_L1, "I-765"_L1, "Card Was Picked Up By The United States Postal Service"_L1, true},
    PracticeCase{"EAC9999103410"_L1, "I-485"_L1, "Request for Initial Evidence Was Sent"_L1, true},
    PracticeCase{"EAC9999103411"_L1, "I-765"_L1, "New Card Is Being Produced"_L1, true},
    PracticeCase{"EAC9999103416"_L1, "I-765"_L1, "Card Was Delivered To Me By The Post Office"_L1, true},
    PracticeCase{"EAC9999103419"_L1, "I-539"_L1, "Case Was Denied"_L1, true},
    PracticeCase{"LIN9999106498"_L1, "I-140"_L1, "Request for Additional Evidence Was Sent"_L1, true},
    PracticeCase{"LIN9999106499"_L1, "I-140"_L1, "Response To USCIS' Request For Evidence Was Received"_L1, true},
    PracticeCase{"LIN9999106504"_L1, "I-140"_L1, "Notice Of Intent To Deny Was Sent"_L1, true},
    PracticeCase{"LIN9999106505"_L1, "I-485"_L1, "Case Was Transferred To Schedule An Interview"_L1, true},
    PracticeCase{"LIN9999106506"_L1, "I-751"_L1, "Interview Was Completed And My Case Must Be Reviewed"_L1, true},
    PracticeCase{"SRC9999102777"_L1, "I-765"_L1, "Card Was Mailed To Me"_L1, true},
    PracticeCase{"SRC9999102778"_L1, "I-131"_L1, "Travel Document Was Mailed"_L1, true},
    PracticeCase{"SRC9999102779"_L1, "I-130"_L1, "Case Was Sent To The Department of State"_L1, true},
    PracticeCase{"SRC9999102780"_L1, "I-485"_L1, "Response To USCIS&#039; Request For Evidence Was Received"_L1, true},
    PracticeCase{"SRC9999102781"_L1, "N-400"_L1, "Oath Ceremony Notice Was Mailed"_L1, true},
    PracticeCase{"SRC9999102782"_L1, "I-140"_L1, "Intent to Revoke Notice Was Sent"_L1, true},
    PracticeCase{"SRC9999102783"_L1, "I-129"_L1, "Revocation Notice Was Sent"_L1, true},
    PracticeCase{"SRC9999102784"_L1, "I-765"_L1, "Card Was Returned To USCIS"_L1, true},
    PracticeCase{"SRC9999102785"_L1, "I-485"_L1, "Interview Was Rescheduled"_L1, true},
    PracticeCase{"SRC9999102786"_L1, "I-130"_L1, "Case Was Reopened For Reconsideration"_L1, true},
    PracticeCase{"SRC9999102787"_L1, "I-129"_L1, "Appeal Was Dismissed"_L1, true},
    PracticeCase{"SRC9999132710"_L1, "I-751"_L1, "Case Was Denied And My Decision Notice Mailed"_L1, true},
    PracticeCase{"SRC9999132719"_L1, "N-400"_L1, "Interview Cancelled"_L1, true},
    PracticeCase{brokenHref, "I-130"_L1, "Case Was Received"_L1},
    PracticeCase{officialSample, "I-130"_L1, "Case Approval Was Affirmed"_L1},
    PracticeCase{"EAC9999103406"_L1, "I-130"_L1, "Case Was Received"_L1},
    PracticeCase{"EAC9999103407"_L1, "I-765"_L1, "Case Was Received and A Receipt Notice Was Emailed"_L1},
    PracticeCase{"EAC9999103408"_L1, "I-485"_L1, "Biometrics Appointment Was Scheduled"_L1},
    PracticeCase{"EAC9999103409"_L1, "I-485"_L1, "Fingerprint and Biometrics Appointment Was Scheduled"_L1},
    PracticeCase{"EAC9999103412"_L1, "N-400"_L1, "Case Was Updated To Show Fingerprints Were Taken"_L1},
    PracticeCase{"EAC9999103413"_L1, "I-485"_L1, "Case Is Being Actively Reviewed By USCIS"_L1},
    PracticeCase{"EAC9999103414"_L1, "I-539"_L1, "USCIS Is currently Processing the Case"_L1},
    PracticeCase{"EAC9999103415"_L1, "I-130"_L1, "Case Is On Hold Because Of Pending Litigation"_L1},
    PracticeCase{"EAC9999103420"_L1, "I-140"_L1, "Request for Additional Information Received"_L1},
    PracticeCase{"EAC9999103421"_L1, "I-485"_L1, "Case is Ready to Be Scheduled for An Interview"_L1},
    PracticeCase{"EAC9999103424"_L1, "I-129"_L1, " Premium Processing Fee Will Be Refunded"_L1},
    PracticeCase{"EAC9999103425"_L1, "I-485"_L1, "Fingerprint Fee Was Received"_L1},
    PracticeCase{"EAC9999103426"_L1, "I-539"_L1, "Case Rejected Because I Sent An Incorrect Fee"_L1},
    PracticeCase{"EAC9999103428"_L1, "I-765"_L1, "Case Was Rejected Because I Did Not Sign My Form"_L1},
    PracticeCase{"EAC9999103429"_L1, "I-131"_L1, "Advance Parole Document Was Produced"_L1},
    PracticeCase{"EAC9999103431"_L1, "I-129"_L1, "Expedite Request Denied"_L1},
    PracticeCase{"EAC9999103432"_L1, "I-765"_L1, "Expedite Request Approved"_L1},
    PracticeCase{"LIN9999106501"_L1, "I-140"_L1, "Case Transferred To Another Office"_L1},
    PracticeCase{"LIN9999106507"_L1, "I-129"_L1, "Termination Notice Sent"_L1},
    PracticeCase{"SRC9999132694"_L1, "N-400"_L1, "Name Was Updated"_L1},
    PracticeCase{"SRC9999132695"_L1, "I-130"_L1, "Amended Notice Was Mailed"_L1},
    PracticeCase{"SRC9999132706"_L1, "I-131"_L1, "CASE STATUS"_L1},
    PracticeCase{"SRC9999132707"_L1, "I-485"_L1, "Case Closed Benefit Received By Other Means"_L1},
    PracticeCase{"WAC0000000000"_L1, "I-131"_L1, "Withdrawal Acknowledgement Notice Was Sent"_L1},
    PracticeCase{"WAC0000000001"_L1, "I-751"_L1, "Case Was Transferred And A New Office Has Jurisdiction"_L1},
    PracticeCase{"WAC1234567890"_L1, "I-129"_L1, "Request For Premium Processing Services Was Received"_L1},
    PracticeCase{"WAC9999999999"_L1, "I-751"_L1, "Case Was Received At My Local Office"_L1},
    PracticeCase{"LIN0000000000"_L1, "I-751"_L1, "Case Was Received At My Local Office"_L1},
    PracticeCase{"SRC0000000000"_L1, "I-765"_L1, "Case Was Received"_L1},
    PracticeCase{"MSC0000000000"_L1, "I-485"_L1, "Case Accepted By The USCIS Lockbox"_L1},
    PracticeCase{"YSC0000000000"_L1, "I-751"_L1, "Case Accepted By The USCIS Lockbox"_L1},
    PracticeCase{"YSC0000000001"_L1, "I-140G"_L1, "Biometrics Appointment Was Scheduled"_L1},
    PracticeCase{"IOE9999999999"_L1, "OS155A"_L1, "Case Accepted By The USCIS Lockbox"_L1},
    PracticeCase{"IOE1234567890"_L1, "I-765"_L1, "Case Was Approved"_L1},
};

QByteArray resource(const QString &name)
{
    QFile file(u":/practice/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("missing resource: %s", qPrintable(file.fileName()));
    return file.readAll();
}

//! "Not found" as a live server says it.
PracticeReply unknownReceipt()
{
    return messageReply(404,
                        u"Case Status Online does not recognize the receipt number entered. Please check your "
                        "receipt number and try again. If you need further assistance, please call the USCIS "
                        "Contact Center at 1-800-375-5283."_s);
}

PracticeReply malformed()
{
    return messageReply(422,
                        u"The application receipt number is not formatted correctly, It should be total of 13 "
                        "characters (3 character prefix followed by 10 digits). Please check your receipt "
                        "number and try again"_s);
}

struct Reserved {
    QLatin1StringView receipt;
    PracticeReply (*reply)();
};

//! An error reply of each shape, so that a client meets them all. 403 and 500 are documented nowhere: for 403 stands
//! Apigee's fault for credentials whose product does not include the API, for 500 the page of a proxy in between.
constexpr std::array reserved{
    Reserved{"PRA0000000401"_L1, [] { return codeReply(401, u"Invalid Access Token"_s); }},
    Reserved{"PRA0000000403"_L1,
             [] {
                 return faultReply(403, u"Invalid API call as no apiproduct match found"_s,
                                   u"keymanagement.service.InvalidAPICallAsNoApiProductMatchFound"_s);
             }},
    Reserved{"PRA0000000404"_L1, unknownReceipt},
    Reserved{"PRA0000000422"_L1, malformed},
    Reserved{"PRA0000000429"_L1, [] { return codeReply(429, u"Spike Arrest Violation"_s); }},
    Reserved{"PRA0000000500"_L1,
             [] {
                 return PracticeReply{500,
                                      "<html><head><title>500 Internal Server Error</title></head>\r\n<body>\r\n"
                                      "<center><h1>500 Internal Server Error</h1></center>\r\n</body></html>\r\n",
                                      "text/html"};
             }},
    Reserved{"PRA0000000503"_L1,
             [] {
                 return PracticeReply{503, resource(u"error-503-closed.json"_s)};
             }},
};

} // namespace

PracticeCases::PracticeCases()
{
    for (const JsonView &text : JsonView::of(resource(u"status-texts.json"_s)).elements())
        m_texts.insert(text.value("en_title"_L1).toString(), text);
}

PracticeReply PracticeCases::answer(const QString &receipt) const
{
    if (receipt.isEmpty())
        return malformed();
    if (const auto found = std::ranges::find(reserved, receipt, &Reserved::receipt); found != reserved.end())
        return found->reply();
    if (receipt == officialSample)
        return {200, resource(u"case-status-EAC9999103402.json"_s)};
    if (receipt == brokenHref)
        return {200, resource(u"case-status-broken-href.txt"_s)};
    const auto found = std::ranges::find(practiceCases, receipt, &PracticeCase::receipt);
    if (found == practiceCases.end())
        return unknownReceipt();
    return {200, CaseWriter(m_texts, *found, int(found - practiceCases.begin())).write()};
}

QStringList PracticeCases::receipts()
{
    QStringList list;
    for (const PracticeCase &known : practiceCases)
        list += known.receipt;
    return list;
}

QStringList PracticeCases::reservedReceipts()
{
    QStringList list;
    for (const Reserved &entry : reserved)
        list += entry.receipt;
    return list;
}

} // namespace linterna
