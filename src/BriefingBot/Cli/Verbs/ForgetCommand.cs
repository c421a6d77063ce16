using System.CommandLine;
using BriefingBot.Cli.Output;
using BriefingBot.Configuration;
using BriefingBot.Core.Chat.Retention;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Documents;
using Spectre.Console;

namespace BriefingBot.Cli.Verbs;

/// <summary><c>forget USER</c>: removes all that the store keeps of a person.</summary>
internal static class ForgetCommand
{
    public static Command Create(VerbServices services, CommonOptions common)
    {
        var user = new Argument<string>("USER")
        {
            Description = "The platform and the person's id there: slack:U0123, discord:80351110224678912.",
        };
        var command = new Command("forget", "Removes everything the store keeps about a person; a bot that uses it may keep running.")
        {
            user,
            common.Json,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                CommandRunner.RunAsync(
                    async token =>
                    {
                        string text = parsed.GetValue(user)!;
                        if (!PersonId.TryParse(text, out var person))
                        {
                            throw new UsageException(
                                $"'{text}' is not a person: name the platform and the person's id there, as in slack:U0123 "
                                    + $"or discord:80351110224678912."
                            );
                        }

                        await using var provider = services.Build(common.Read(parsed));
                        await provider.GetRequiredService<ICoverageStore>().OpenAsync(token);
                        var removed = await provider.GetRequiredService<IRetentionStore>().ForgetAsync(person, token);
                        if (parsed.GetValue(common.Json))
                        {
                            await Terminal.WriteJsonAsync(
                                ForgottenDocument.From(person, removed),
                                DocumentsJsonContext.Readable.ForgottenDocument,
                                token
                            );
                        }
                        else
                        {
                            Terminal.Out.WriteLine($"{person}: removed {removed}.");
                        }

                        return Finish(removed);
                    },
                    cancellationToken
                )
        );
        return command;
    }

    private static int Finish(RemovedRecords removed)
    {
        if (removed.Pending == 0)
        {
            return ExitCodes.Done;
        }

        Terminal.WriteWarning($"{removed.Pending} of their questions are being answered now and were left; run this again in a minute.");
        return ExitCodes.Failed;
    }
}
