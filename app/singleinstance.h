// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "lib/platform/filelock.h"

#include <QLocalServer>

class QLocalSocket;

namespace linterna {

//! What a second start asks of the window that is open on the same data.
struct StartRequest {
    bool practice = false;
    //! Name of the connection to use; empty: whichever is in use.
    QString connection = {};
    std::vector<ReceiptNumber> receipts = {};
    //! The token with which the desktop lets a window come to the front (xdg-activation); may be empty.
    QByteArray activation = {};
};

//! What the open window did with a StartRequest.
enum class StartAnswer {
    Done,
    OtherKind,       //!< Only one of window and request is practice: nothing was looked up.
    OtherConnection, //!< Another connection is in use: nothing was looked up.
};

//! One window a data directory. The first start holds a lock in it, which the system takes back when the program ends
//! in whatever way, and listens there; a later one hands its command line over. Runs without a window need none of
//! this.
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    //! `dataDir` must exist.
    explicit SingleInstance(const QString &dataDir);
    ~SingleInstance() override;

    enum class Claim {
        First,      //!< This one is to open the window; also where the folder cannot hold a lock.
        HandedOver, //!< The window that is open has answered: answer().
        Silent,     //!< The open window did not answer within two seconds. Nothing must be opened.
    };
    //! Takes the lock, or hands the command line to the window that is open. Waits two seconds at most.
    [[nodiscard]] Claim claim(const CommandLine &line);
    [[nodiscard]] StartAnswer answer() const { return m_answer; }

    //! Whether this process is the owner of what is in the folder, who alone may delete for good. Where the folder
    //! can hold no lock, no process is.
    [[nodiscard]] bool isOwner() const { return m_lock.isHeld(); }
    //! Keeps windows from opening on the data as long as this object lives. False where one is open already.
    [[nodiscard]] bool holdAlone() { return lock(); }

    //! Answers later starts from now on. Only after claim() gave First.
    void serve(std::function<StartAnswer(const StartRequest &)> asked);
    void stopServing();

private:
    [[nodiscard]] bool lock();
    [[nodiscard]] bool handOver(const CommandLine &line, int milliseconds);
    void reply(QLocalSocket *socket);

    QString m_socket;
    FileLock m_lock;
    QLocalServer m_server;
    StartAnswer m_answer = StartAnswer::Done;
    std::function<StartAnswer(const StartRequest &)> m_asked;
};

} // namespace linterna
