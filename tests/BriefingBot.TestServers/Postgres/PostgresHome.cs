using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace BriefingBot.TestServers.Postgres;

/// <summary>
/// The temporary folder of a cluster, and the watch over it: a shell that ends the server and removes the folder as soon as the pipe from
/// this process breaks, because it is closed, or the process ended or was killed with <c>-9</c>.
/// </summary>
/// <remarks>
/// The signal of a parent's death would not do: on Linux the parent is the thread that started the child, and threads of the pool end.
/// </remarks>
internal sealed class PostgresHome : IAsyncDisposable
{
    // Reads the server's process id, line by line as it changes; an empty line when there is none. The server removes its file last of
    // all; the process itself may stay as a zombie where nobody takes it over. One that was killed hard leaves its file, and its segment
    // of System V memory, which the seventh line names. Standard output is inherited: who reads that of the tests to its end knows that
    // nothing is left.
    private const string Watch = """
        trap '' HUP INT QUIT TERM
        server=
        while read -r line; do server=$line; done
        if [ -n "$server" ] && kill -QUIT "$server"; then
          tries=0
          while [ -e "$1/data/postmaster.pid" ] && [ "$tries" -lt 500 ]; do sleep 0.02; tries=$((tries + 1)); done
          [ ! -e "$1/data/postmaster.pid" ] || kill -KILL "$server"
        fi
        segment=$(sed -n '7s/.* \([0-9]*\) *$/\1/p' "$1/data/postmaster.pid")
        [ -z "$segment" ] || ipcrm -m "$segment"
        rm -rf "$1"
        """;

    private readonly string _folder;
    private readonly Process _watch;

    private PostgresHome(string folder, Process watch)
    {
        _folder = folder;
        _watch = watch;
    }

    /// <summary>The password of the superuser.</summary>
    public string Password { get; } = RandomNumberGenerator.GetHexString(24, lowercase: true);

    /// <summary>The data folder of the cluster.</summary>
    public string Data => Path.Combine(_folder, "data");

    /// <summary>Makes the folder, for the user that the server runs as alone, and begins to watch.</summary>
    public static async Task<PostgresHome> OpenAsync(CancellationToken cancellationToken)
    {
        string folder = Directory.CreateTempSubdirectory("briefingbot-postgres-").FullName;
        ProcessStartInfo start = new("/bin/sh", ["-c", $"exec 2> /dev/null\n{Watch}", "watch", folder])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
        };
        PostgresHome home = new(folder, Process.Start(start)!);
        try
        {
            await UnprivilegedUser.GiveAsync(folder, cancellationToken);
            return home;
        }
        catch
        {
            await home.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes the cluster, whose only user is the superuser with the <see cref="Password"/>.</summary>
    public async Task MakeClusterAsync(PostgresBinaries binaries, string superuser, CancellationToken cancellationToken)
    {
        string file = Path.Combine(_folder, "password");
        await File.WriteAllTextAsync(file, Password, cancellationToken);
        await UnprivilegedUser.GiveAsync(file, cancellationToken);
        // What a machine that loses power may lose of a cluster that was just made is of no interest; the server itself syncs.
        string[] options =
        [
            $"--pgdata={Data}",
            $"--username={superuser}",
            $"--pwfile={file}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            OperatingSystem.IsLinux() ? "--locale=C.UTF-8" : "--locale=C",
            "--lc-messages=C",
            "--no-sync",
        ];
        await HostCommand.RunAsync(UnprivilegedUser.Run([binaries.MakerPath, .. options]), cancellationToken);
        File.Delete(file);
    }

    /// <summary>Tells the watch which process is to be ended; null for none.</summary>
    public async Task WatchAsync(int? process, CancellationToken cancellationToken)
    {
        await _watch.StandardInput.WriteLineAsync((process?.ToString(CultureInfo.InvariantCulture) ?? "").AsMemory(), cancellationToken);
        await _watch.StandardInput.FlushAsync(cancellationToken);
    }

    /// <summary>Ends what is watched, and removes the folder.</summary>
    public async ValueTask DisposeAsync()
    {
        _watch.StandardInput.Close();
        await _watch.WaitForExitAsync(CancellationToken.None);
        _watch.Dispose();
    }
}
