using System.Diagnostics;

namespace BriefingBot.EndToEnd.Tests.Bot;

/// <summary>Takes the right to write a folder away until disposed, and runs the bot so that this binds it.</summary>
public sealed class UnwritableFolder : IDisposable
{
    private readonly string _folder;

    public UnwritableFolder(string folder)
    {
        _folder = folder;
        Change("a-w");
    }

    /// <summary>Root may write everywhere, so it runs the bot without that privilege.</summary>
    public static Task<BotResult> RunAsync(params string[] arguments) =>
        BotProcess.RunAsAsync(
            Environment.IsPrivilegedProcess ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] : [],
            arguments
        );

    public void Dispose() => Change("u+w");

    private void Change(string mode)
    {
        using var chmod = Process.Start("chmod", ["-R", mode, _folder]);
        chmod.WaitForExit();
    }
}
