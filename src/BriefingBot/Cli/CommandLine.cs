using System.CommandLine;
using System.CommandLine.Invocation;
using BriefingBot.Cli.Output;
using BriefingBot.Cli.Verbs;

namespace BriefingBot.Cli;

/// <summary>The command line: one verb a file, <c>serve</c> when none is given.</summary>
internal static class CommandLine
{
    /// <summary>Longer than the web host takes to stop, so that a signal ends it in order.</summary>
    private static readonly TimeSpan TerminationTimeout = TimeSpan.FromSeconds(4.5);

    /// <summary>Parses and runs; gives the exit code.</summary>
    /// <param name="args">The arguments of the process.</param>
    /// <param name="compose">Registers the implementations; called after the settings are registered.</param>
    public static async Task<int> RunAsync(string[] args, Action<IServiceCollection, IConfiguration> compose)
    {
        // A question may begin with "@": it is no response file.
        var parsed = Create(new VerbServices(compose)).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            foreach (var error in parsed.Errors)
            {
                Terminal.WriteError(error.Message);
            }

            return ExitCodes.Usage;
        }

        return await parsed.InvokeAsync(
            new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TerminationTimeout }
        );
    }

    private static RootCommand Create(VerbServices services)
    {
        var common = new CommonOptions();
        var root = new RootCommand(
            "Answers questions about news coverage from the coverage alone, with citations checked against the articles."
        );
        common.AddTo(root);
        root.Subcommands.Add(ServeCommand.Create(services, common));
        root.Subcommands.Add(IndexCommand.Create(services, common));
        root.Subcommands.Add(SourcesCommand.Create(services, common));
        root.Subcommands.Add(AskCommand.Create(services, common));
        root.Subcommands.Add(LatestCommand.Create(services, common));
        root.Subcommands.Add(EvalCommand.Create(services, common));
        root.Subcommands.Add(BackupCommand.Create(services, common));
        root.Subcommands.Add(RestoreCommand.Create(services, common));
        root.Subcommands.Add(StoreCommand.Create(services, common));
        root.Subcommands.Add(ForgetCommand.Create(services, common));
        root.Subcommands.Add(DoctorCommand.Create(services, common));
        root.Subcommands.Add(HealthcheckCommand.Create(services, common));
        ServeCommand.MakeDefault(root, services, common);
        return root;
    }
}
