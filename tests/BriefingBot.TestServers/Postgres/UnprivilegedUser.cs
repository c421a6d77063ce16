using System.Globalization;

namespace BriefingBot.TestServers.Postgres;

/// <summary>Whom the server runs as: PostgreSQL refuses to run as root, as which tests run in containers.</summary>
internal static class UnprivilegedUser
{
    private const int Nobody = 65534;
    private static readonly string Id = Nobody.ToString(CultureInfo.InvariantCulture);

    /// <summary>The command as that user. The process becomes the command's, so that signals reach it.</summary>
    public static string[] Run(params string[] command) =>
        Environment.IsPrivilegedProcess ? ["setpriv", $"--reuid={Id}", $"--regid={Id}", "--clear-groups", .. command] : command;

    /// <summary>Gives that user a file or folder.</summary>
    public static async Task GiveAsync(string path, CancellationToken cancellationToken)
    {
        if (Environment.IsPrivilegedProcess)
        {
            await HostCommand.RunAsync(["chown", $"{Id}:{Id}", path], cancellationToken);
        }
    }
}
