using BriefingBot.Configuration;
using BriefingBot.Core.Answering.Models;
using BriefingBot.Core.Chat.Replicas;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Intake;
using BriefingBot.Core.Retrieval.Calibration;
using BriefingBot.Discord;
using BriefingBot.Inference.Encoders;
using BriefingBot.Slack;
using BriefingBot.Storage;
using BriefingBot.Storage.Sql;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using ChatOptions = BriefingBot.Core.Chat.ChatOptions;

namespace BriefingBot.Diagnosis;

/// <summary>Checks everything that the bot needs, one check after the other; a failed check never stops the next.</summary>
internal sealed class Doctor(IServiceProvider services)
{
    /// <summary>Runs all checks. Changes nothing but makes the data folder and the store when they do not exist.</summary>
    public async Task<IReadOnlyList<DoctorFinding>> ExamineAsync(CancellationToken cancellationToken)
    {
        var data = services.GetRequiredService<IOptions<DataOptions>>().Value;
        var coverage = services.GetRequiredService<IOptions<CoverageOptions>>().Value;
        var web = services.GetRequiredService<IOptions<WebOptions>>().Value;
        List<DoctorFinding> findings =
        [
            DoctorFinding.Ok("configuration", "every section was read and checked."),
            UnicodeCheck.Run(),
            .. coverage.Paths.Select(CoverageCheck.Run),
            .. await ArticlesCheck.RunAsync(services.GetRequiredService<CoverageInspector>(), [.. coverage.Paths], cancellationToken),
            DataFolderCheck.Run(data.Folder),
        ];
        var store = services.GetRequiredService<SqlCoverageStore>();
        DoctorFinding[] found =
        [
            .. await StoreCheck.RunAsync(store, services.GetRequiredService<IOptions<StorageOptions>>().Value, cancellationToken),
        ];
        findings.AddRange(found);
        if (found.All(finding => finding.Level != FindingLevel.Fail))
        {
            findings.AddRange(
                await ReplicasCheck.RunAsync(
                    services.GetRequiredService<ReplicaPresence>(),
                    store,
                    services.GetRequiredService<TimeProvider>(),
                    cancellationToken
                )
            );
            findings.AddRange(await SourcesCheck.RunAsync(services.GetRequiredService<ISourceStore>(), cancellationToken));
        }

        findings.AddRange(
            await EncoderCheck.RunAsync(
                services.GetRequiredService<IOptions<EncoderOptions>>().Value,
                services.GetRequiredService<EncoderCalibrator>,
                services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>,
                cancellationToken
            )
        );
        findings.Add(
            await ModelCheck.RunAsync(
                services.GetService<IChatClient>(),
                services.GetRequiredService<IOptions<ModelOptions>>().Value,
                cancellationToken
            )
        );
        findings.AddRange(web.Addresses.Select(WebAddressCheck.Run));
        var slack = services.GetRequiredService<IOptions<SlackOptions>>().Value;
        bool chats = slack.IsEnabled || services.GetRequiredService<IOptions<DiscordOptions>>().Value.IsEnabled;
        if (chats && found.All(finding => finding.Level != FindingLevel.Fail))
        {
            findings.Add(
                await CitationLinksCheck.RunAsync(services.GetRequiredService<IOptions<ChatOptions>>().Value, store, cancellationToken)
            );
        }

        foreach (string address in web.Addresses)
        {
            findings.AddRange(await RunningPlatformsCheck.RunAsync(address, cancellationToken));
        }

        findings.AddRange(await DiscordCheck.RunAsync(services.GetRequiredService<DiscordDiagnosis>(), cancellationToken));
        findings.AddRange(await SlackCheck.RunAsync(services.GetRequiredService<SlackDiagnosis>(), slack, web, cancellationToken));
        return findings;
    }
}
