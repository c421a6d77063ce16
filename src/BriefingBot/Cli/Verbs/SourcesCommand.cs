using System.CommandLine;
using BriefingBot.Cli.Output;
using BriefingBot.Configuration;
using BriefingBot.Core.Intake;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Documents;
using Spectre.Console;

namespace BriefingBot.Cli.Verbs;

/// <summary>
/// <c>sources list|add|remove|check|pause|resume</c>: where articles come from. A bot that runs on the same store takes changes up within
/// seconds.
/// </summary>
internal static class SourcesCommand
{
    public static Command Create(VerbServices services, CommonOptions common)
    {
        var command = new Command("sources", "Lists and changes where articles come from.");
        command.Subcommands.Add(List(services, common));
        command.Subcommands.Add(Add(services, common));
        command.Subcommands.Add(
            Named("remove", "Removes a source that was added; its articles leave with the next index run.", services, common, RemoveAsync)
        );
        command.Subcommands.Add(
            Named(
                "pause",
                "Stops checking a source; its articles stay.",
                services,
                common,
                (provider, entry, token) => PauseAsync(provider, entry, isPaused: true, token)
            )
        );
        command.Subcommands.Add(
            Named(
                "resume",
                "Checks a paused source again.",
                services,
                common,
                (provider, entry, token) => PauseAsync(provider, entry, isPaused: false, token)
            )
        );
        command.Subcommands.Add(
            Named("check", "Reads a source now, due or not; 'index' then indexes what it brought.", services, common, CheckAsync)
        );
        return command;
    }

    private static Command List(VerbServices services, CommonOptions common)
    {
        var command = new Command("list", "Lists all sources and how their last checks went.") { common.Json };
        common.AddCoverageTo(command);
        command.SetAction(
            (parsed, cancellationToken) =>
                CommandRunner.RunAsync(
                    async token =>
                    {
                        await using var provider = services.Build(common.Read(parsed));
                        await provider.GetRequiredService<ICoverageStore>().OpenAsync(token);
                        var entries = await provider.GetRequiredService<SourceCatalog>().ListAsync(token);
                        if (parsed.GetValue(common.Json))
                        {
                            await Terminal.WriteJsonAsync(
                                SourceListDocument.From(entries),
                                DocumentsJsonContext.Readable.SourceListDocument,
                                token
                            );
                        }
                        else
                        {
                            foreach (var entry in entries)
                            {
                                Terminal.Out.WriteLine(SourceLineText.Line(entry));
                            }
                        }

                        return ExitCodes.Done;
                    },
                    cancellationToken
                )
        );
        return command;
    }

    private static Command Add(VerbServices services, CommonOptions common)
    {
        SourceArguments arguments = new();
        var command = new Command("add", "Adds a folder, feed, sitemap, page or list of records.");
        arguments.AddTo(command);
        command.SetAction(
            (parsed, cancellationToken) =>
                CommandRunner.RunAsync(
                    async token =>
                    {
                        await using var provider = services.Build(common.Read(parsed));
                        await provider.GetRequiredService<ICoverageStore>().OpenAsync(token);
                        var source = arguments.Read(parsed);
                        var catalog = provider.GetRequiredService<SourceCatalog>();
                        if (
                            await catalog.FindAsync(source.Name, token) is not null
                            || !await provider.GetRequiredService<ISourceStore>().AddAsync(source, token)
                        )
                        {
                            throw new UsageException($"there is already a source '{source.Name}'; give this one another name with --name.");
                        }

                        Terminal.Out.WriteLine(
                            $"Added {source.Name}: {SourceLineText.Kind(source)}, {source.Location}. It is read within "
                                + $"seconds if the bot is running, otherwise by 'index --source {source.Name}'."
                        );
                        return ExitCodes.Done;
                    },
                    cancellationToken
                )
        );
        return command;
    }

    private static Command Named(
        string verb,
        string description,
        VerbServices services,
        CommonOptions common,
        Func<IServiceProvider, SourceEntry, CancellationToken, Task<int>> act
    )
    {
        var name = new Argument<string>("NAME") { Description = "The source, as 'sources list' names it." };
        var command = new Command(verb, description) { name };
        common.AddCoverageTo(command);
        command.SetAction(
            (parsed, cancellationToken) =>
                CommandRunner.RunAsync(
                    async token =>
                    {
                        await using var provider = services.Build(common.Read(parsed));
                        await provider.GetRequiredService<ICoverageStore>().OpenAsync(token);
                        var entry = await SourceChecks.FindAsync(
                            provider.GetRequiredService<SourceCatalog>(),
                            parsed.GetValue(name)!,
                            token
                        );
                        return await act(provider, entry, token);
                    },
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RemoveAsync(IServiceProvider provider, SourceEntry entry, CancellationToken cancellationToken)
    {
        ThrowIfConfigured(entry);
        await provider.GetRequiredService<ISourceStore>().RemoveAsync(entry.Source.Name, cancellationToken);
        string folder = provider.GetRequiredService<IntakeFolder>().Of(entry.Source.Name);
        if (entry.Source.IsFetched && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Terminal.Out.WriteLine(
            $"Removed {entry.Source.Name}. Its articles go with the next index run; if there are many, that run needs --allow-removal."
        );
        return ExitCodes.Done;
    }

    private static async Task<int> PauseAsync(
        IServiceProvider provider,
        SourceEntry entry,
        bool isPaused,
        CancellationToken cancellationToken
    )
    {
        ThrowIfConfigured(entry);
        await provider.GetRequiredService<ISourceStore>().PauseAsync(entry.Source.Name, isPaused, cancellationToken);
        Terminal.Out.WriteLine(
            isPaused ? $"Paused {entry.Source.Name}; its articles stay." : $"{entry.Source.Name} is checked again, and is due now."
        );
        return ExitCodes.Done;
    }

    private static async Task<int> CheckAsync(IServiceProvider provider, SourceEntry entry, CancellationToken cancellationToken)
    {
        if (!entry.Source.IsFetched)
        {
            Terminal.Out.WriteLine($"{entry.Source.Name} is on this machine: 'index' reads it.");
            return ExitCodes.Done;
        }

        var check = await provider.GetRequiredService<SourceChecker>().CheckAsync(entry, force: true, cancellationToken);
        if (check is null)
        {
            throw new UsageException($"{SourceChecks.Busy(entry)} 'sources list' shows the outcome.");
        }

        SourceChecks.Write(check);
        return check.Error is null ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static void ThrowIfConfigured(SourceEntry entry)
    {
        if (entry.Source.IsConfigured)
        {
            throw new UsageException($"'{entry.Source.Name}' is defined in the settings (Coverage:Paths or --coverage); change it there.");
        }
    }
}
