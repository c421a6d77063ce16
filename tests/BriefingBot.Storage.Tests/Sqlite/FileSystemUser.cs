using System.Runtime.InteropServices;
using Xunit;

namespace BriefingBot.Storage.Tests.Sqlite;

/// <summary>
/// Until disposed, the calling thread opens files as an unprivileged user, also when the tests run as root, whom permissions do not hold
/// back (Linux, setfsuid(2)). What runs meanwhile must stay on the thread.
/// </summary>
public sealed class FileSystemUser : IDisposable
{
    private const uint Nobody = 65534;
    private readonly uint _before;
    private readonly int _thread = Environment.CurrentManagedThreadId;

    public FileSystemUser()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("Permissions are tested on Linux only.");
        }

        _before = (uint)SetFileSystemUser(Environment.IsPrivilegedProcess ? Nobody : uint.MaxValue);
    }

    public void Dispose()
    {
        Assert.Equal(_thread, Environment.CurrentManagedThreadId);
        _ = SetFileSystemUser(_before);
    }

    [DllImport("libc", EntryPoint = "setfsuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetFileSystemUser(uint user);
}
