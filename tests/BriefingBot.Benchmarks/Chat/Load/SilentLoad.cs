using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Benchmarks.Chat.Load;

/// <summary>The same questions without a platform: journal, answer, delivery into nothing.</summary>
internal static class SilentLoad
{
    private const int WarmUp = 200;

    public static async Task<MeasuredLoad> RunAsync(int questions, int channels, CancellationToken cancellationToken)
    {
        using LoadFolder folder = new();
        await AskAsync(folder, WarmUp, channels, cancellationToken);
        return await AskAsync(folder, questions, channels, cancellationToken);
    }

    private static async Task<MeasuredLoad> AskAsync(LoadFolder folder, int count, int channels, CancellationToken cancellationToken)
    {
        SilentPlatform platform = new(count);
        await using var services = await ChatServices.BuildAsync(
            folder.Path,
            services => services.AddSingleton<IChatPlatform>(platform),
            cancellationToken
        );
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = services.GetRequiredService<ChatTurnRunner>().RunAsync(stop.Token);
        var inbox = services.GetRequiredService<ChatInbox>();
        var measured = await MeasuredLoad.OfAsync(
            count,
            async () =>
            {
                for (int i = 0; i < count; i++)
                {
                    await inbox.AcceptAsync(QuestionOf(i, count, channels), cancellationToken);
                }

                await platform.All;
            }
        );
        await stop.CancelAsync();
        await running;
        return measured;
    }

    private static ChatQuestion QuestionOf(int i, int run, int channels) =>
        new()
        {
            Id = new ChatQuestionId("silent", $"{run}-{i}"),
            Address = new ChatAddress("silent", "1", $"{i % channels}"),
            User = new ChatUser($"{i % channels}"),
            Text = LoadQuestions.Of(i),
            Kind = ChatQuestionKind.Mention,
            MessageId = $"{run}-{i}",
            Asked = TimeProvider.System.GetUtcNow(),
        };
}
