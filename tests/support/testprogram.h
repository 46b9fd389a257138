// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/patience.h"

#include <QByteArray>
#include <QObject>
#include <QStringList>
#ifdef QT_WIDGETS_LIB
#include <QApplication>
#elif defined QT_GUI_LIB
#include <QGuiApplication>
#else
#include <QCoreApplication>
#endif

#include <memory>

//! All tests of a kind are one program. A test class says that it is there with a line at the end of its file; ctest
//! starts the program once for each class, in a process and a home of its own:
//!
//!     linterna-unit-tests test_recordcrash [what QtTest takes: a function, function:row, -v2 …]
//!     linterna-unit-tests --list
//!
//! A test that starts the program anew, as a child that is killed or looked at from outside, names the function that
//! the child runs with LINTERNA_CHILD_ROLE and starts the child with childRole().
namespace linterna::test {

//! Application class for the tests of a file: the largest one of the Qt modules that the file is compiled with.
#ifdef QT_WIDGETS_LIB
using TestApplication = QApplication;
#elif defined QT_GUI_LIB
using TestApplication = QGuiApplication;
#else
using TestApplication = QCoreApplication;
#endif

//! How one class is run.
struct TestClass {
    std::unique_ptr<QCoreApplication> (*makeApplication)(int &argc, char **argv);
    std::unique_ptr<QObject> (*makeTest)();
};

template<class Application, class Test>
constexpr TestClass testClass{
    .makeApplication = [](int &argc, char **argv) -> std::unique_ptr<QCoreApplication> {
        return std::make_unique<Application>(argc, argv);
    },
    .makeTest = []() -> std::unique_ptr<QObject> { return std::make_unique<Test>(); },
};

//! Adds a class to the list of tests that this program can run.
class TestRegistration
{
public:
    //! `className`: TestX; its ctest entry is test_x, in small letters.
    static TestRegistration ofClass(const char *className, const TestClass &test);
    static TestRegistration named(const char *name, const TestClass &test);
};

//! Adds a function that this program can run as a child process of a test. Its result is the exit code.
class ChildRole
{
public:
    using Run = int (*)(const QStringList &arguments);
    ChildRole(const char *name, Run run);
};

//! Arguments for QCoreApplication::applicationFilePath() to run the role `name`.
[[nodiscard]] QStringList childRole(const char *name, const QStringList &arguments = {});

} // namespace linterna::test

// NOLINTBEGIN(cppcoreguidelines-macro-usage): a name that is a class and a text at once takes a macro.
#define LINTERNA_TEST(Class)                                                                                           \
    static const auto registered##Class = ::linterna::test::TestRegistration::ofClass(                                 \
        #Class, ::linterna::test::testClass<::linterna::test::TestApplication, Class>);
#define LINTERNA_TEST_NAMED(name, Class)                                                                               \
    static const auto registered##Class = ::linterna::test::TestRegistration::named(                                   \
        name, ::linterna::test::testClass<::linterna::test::TestApplication, Class>);
#define LINTERNA_CHILD_ROLE(name, run) static const ::linterna::test::ChildRole run##AsChild(name, run);
// NOLINTEND(cppcoreguidelines-macro-usage)
