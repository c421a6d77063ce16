using System.CommandLine;
using BriefingBot.Web;

namespace BriefingBot.Cli.Verbs;

/// <summary><c>serve</c>: the web console and the API, until a signal ends it.</summary>
internal static class ServeCommand
{
    public static Command Create(VerbServices services, CommonOptions common)
    {
        var command = new Command("serve", "Indexes what changed and serves the web console.") { common.Urls };
        common.AddCoverageTo(command);
        SetAction(command, services, common);
        return command;
    }

    /// <summary>Makes it what happens without a verb.</summary>
    public static void MakeDefault(RootCommand root, VerbServices services, CommonOptions common)
    {
        root.Options.Add(common.Urls);
        SetAction(root, services, common);
    }

    private static void SetAction(Command command, VerbServices services, CommonOptions common) =>
        command.SetAction(
            (parsed, cancellationToken) =>
                CommandRunner.RunAsync(
                    async token =>
                    {
                        await WebConsole.RunAsync(common.Read(parsed), services.Compose, token);
                        return ExitCodes.Done;
                    },
                    cancellationToken
                )
        );
}
