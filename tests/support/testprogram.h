// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QStringList>

#include <memory>

//! All tests of a kind are one program. A test class says that it is there with a line at the end of its file; ctest
//! starts the program once for each class, in a process and a home of its own:
//!
//!     linterna-unit-tests test_recordcrash [what QtTest takes: a function, function:row, -v2 …]
//!     linterna-unit-tests --list
//!
//! A test that starts the program anew, as a child that is killed or looked at from outside, names the function that the
//! child runs with LINTERNA_CHILD_ROLE and starts it with childRole().
namespace linterna::test {

enum class TestApplication { Core, Gui };

//! Puts a class into the list of those that this program can run. `name` is that of its ctest entry; a class TestX that
//! gives none is test_x, in small letters.
class TestRegistration
{
public:
    using Make = std::unique_ptr<QObject> (*)();
    TestRegistration(const char *className, Make make, TestApplication application = TestApplication::Core);
    static TestRegistration named(const char *name, Make make);

private:
    TestRegistration() = default;
};

//! Puts a function into the list of what this program can be as a child of a test. Its result is the exit code.
class ChildRole
{
public:
    using Run = int (*)(const QStringList &arguments);
    ChildRole(const char *name, Run run);
};

//! The arguments with which QCoreApplication::applicationFilePath() runs that role.
[[nodiscard]] QStringList childRole(const char *name, const QStringList &arguments = {});

template<class Test>
std::unique_ptr<QObject> makeTest()
{
    return std::make_unique<Test>();
}

} // namespace linterna::test

// NOLINTBEGIN(cppcoreguidelines-macro-usage): a name that is a class and a text at once takes a macro.
#define LINTERNA_TEST(Class)                                                                                           \
    static const ::linterna::test::TestRegistration registered##Class(#Class, ::linterna::test::makeTest<Class>);
//! For what needs fonts and pictures in a program whose other tests need none.
#define LINTERNA_GUI_TEST(Class)                                                                                       \
    static const ::linterna::test::TestRegistration registered##Class(#Class, ::linterna::test::makeTest<Class>,       \
                                                                      ::linterna::test::TestApplication::Gui);
#define LINTERNA_TEST_NAMED(name, Class)                                                                               \
    static const auto registered##Class =                                                                              \
        ::linterna::test::TestRegistration::named(name, ::linterna::test::makeTest<Class>);
#define LINTERNA_CHILD_ROLE(name, run) static const ::linterna::test::ChildRole run##AsChild(name, run);
// NOLINTEND(cppcoreguidelines-macro-usage)
