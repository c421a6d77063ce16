using BriefingBot.Platforms.Tests.Host;

namespace BriefingBot.Platforms.Tests.Replicas;

/// <summary>Three replicas on one database, of which each may die at any moment, and the database with them.</summary>
[Collection(ReplicaCollection.Name)]
public sealed class ExactlyOnceOverFaultsTests
{
    private const int Rounds = 20;
    private const int QuestionsARound = 5;
    private const int RoundOfRestart = 6;
    private const int RoundOfKill = 13;

    /// <summary>So many are on their way on each platform when the next thing happens.</summary>
    private const int OnTheirWay = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_hundred_questions_are_answered_once_each_while_replicas_are_killed_and_the_database_is_started_again()
    {
        await using var room = await ReplicaRoom.StartAsync(Cancel);
        ReplicaCrew crew = new(room, 3);
        Random chance = new(20_261_130);
        crew.StartMissing();
        await room.Discord.Server.Gateway.WaitForConnectedAsync(1, RunningBot.Patience, Cancel);
        await room.Slack.Server.Sockets.WaitForConnectedAsync(2, RunningBot.Patience, Cancel);
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < QuestionsARound; i++)
            {
                room.Discord.Ask();
                room.Slack.Ask();
            }

            await DisturbAsync(round, room, crew, chance);
            await room.WaitForAnswersAsync(OnTheirWay, Patience, Cancel);
        }

        await room.WaitForAnswersAsync(0, Patience, Cancel);
        await room.WaitUntilNothingIsOpenAsync(Patience, Cancel);

        Assert.Equal((100, 100), (room.Discord.Asked, room.Slack.Asked));
        room.AssertAnsweredOnce();
        Assert.True(crew.EndedByThemselves.Count == 0, string.Join("\n---\n", crew.EndedByThemselves));
        Assert.Empty(room.Discord.Server.Record.Violations);
        // What is not journaled is not acknowledged, and a database that starts again may take longer than Slack waits.
        Assert.DoesNotContain(
            room.Slack.Server.Record.Violations,
            static violation => !violation.EndsWith("came after the deadline", StringComparison.Ordinal)
        );
    }

    private static async Task DisturbAsync(int round, ReplicaRoom room, ReplicaCrew crew, Random chance)
    {
        switch (round)
        {
            case RoundOfRestart:
                await room.Postgres.RestartAsync(Cancel);
                break;
            case RoundOfKill:
                await room.Postgres.KillAsync(Cancel);
                await room.Postgres.RestartAsync(Cancel);
                break;
            default:
                if (chance.Next(3) == 0)
                {
                    await crew.KillAsync(chance.Next(3));
                }
                else
                {
                    crew.StartMissing();
                }

                break;
        }
    }
}
