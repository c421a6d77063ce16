using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using BriefingBot.Cli.Output;
using BriefingBot.Configuration;
using BriefingBot.Documents;
using BriefingBot.Storage.Moving;
using Spectre.Console;

namespace BriefingBot.Cli.Verbs;

/// <summary><c>store copy</c>: copies the store into another database, of SQLite or PostgreSQL.</summary>
internal static class StoreCommand
{
    public static Command Create(VerbServices services, CommonOptions common)
    {
        var command = new Command("store", "Moves the store from one database to another.");
        command.Subcommands.Add(CreateCopy(services, common));
        return command;
    }

    private static Command CreateCopy(VerbServices services, CommonOptions common)
    {
        var to = new Option<string?>("--to")
        {
            Description = "The target: a connection string for PostgreSQL (Host=...;Database=...), or the path of a file.",
            HelpName = "CONNECTION|FILE",
        };
        var toFile = new Option<string?>("--to-connection-file")
        {
            Description = "A file whose first line is the connection string, so that the password is not on the command line.",
            HelpName = "FILE",
        };
        var command = new Command(
            "copy",
            "Copies the store into an empty database, vectors included, and compares both; resumes where it was interrupted. "
                + "Stop the bot first."
        )
        {
            to,
            toFile,
            common.Json,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                CommandRunner.RunAsync(
                    async token =>
                    {
                        string target = await ReadTargetAsync(parsed.GetValue(to), parsed.GetValue(toFile), token);
                        await using var provider = services.Build(common.Read(parsed));
                        long started = Stopwatch.GetTimestamp();
                        var moving = provider.GetRequiredService<StoreMoving>();
                        var move = CopyProgress.Show("Copying", progress => moving.Run(target, progress, token));
                        var document = StoreMoveDocument.From(move, Stopwatch.GetElapsedTime(started));
                        if (parsed.GetValue(common.Json))
                        {
                            await Terminal.WriteJsonAsync(document, DocumentsJsonContext.Readable.StoreMoveDocument, token);
                        }
                        else
                        {
                            Write(document);
                        }

                        return ExitCodes.Done;
                    },
                    cancellationToken,
                    "what was copied stays; the same command resumes from there"
                )
        );
        return command;
    }

    private static async Task<string> ReadTargetAsync(string? to, string? file, CancellationToken cancellationToken)
    {
        if (to is null == file is null)
        {
            throw new UsageException("say where to copy the store, either by --to or by --to-connection-file.");
        }

        if (file is null)
        {
            return to!;
        }

        if (!File.Exists(file))
        {
            throw new UsageException($"--to-connection-file names '{file}', but there is no such file; check the path.");
        }

        using StreamReader reader = new(file);
        return (await reader.ReadLineAsync(cancellationToken))?.Trim() is { Length: > 0 } line
            ? line
            : throw new UsageException($"the first line of '{file}' is empty: it must be a connection string.");
    }

    private static void Write(StoreMoveDocument move) =>
        Terminal.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Copied {move.Source} to {move.Target}: {move.Articles} articles, {move.Passages} passages, {move.Questions} questions; "
                    + $"all {move.Rows} rows compared ({move.Copied} written now), in {move.Seconds:0.0} s."
            )
        );
}
