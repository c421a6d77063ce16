namespace BriefingBot.Platforms.Tests.Discord.Host.Commands;

/// <summary>What only administrators may call.</summary>
public sealed class AdminCommandTests(Newsroom newsroom) : CommandTest(newsroom), IClassFixture<Newsroom>
{
    [Fact]
    public async Task Reindex_of_an_admin_ends_in_an_account()
    {
        var admin = Newsroom.AddAdmin();

        var run = Newsroom.Discord.Interactions.InvokeCommand(admin, Channel, "reindex", Options(("rebuild", true)));
        var account = await Newsroom.Discord.Record.WaitForAnswerAsync(
            run,
            message => message.Content.StartsWith("Indexed", StringComparison.Ordinal),
            TimeSpan.FromSeconds(30),
            Cancellation
        );

        Assert.Contains("5 articles", account.Content, StringComparison.Ordinal);
        Assert.Contains(
            Newsroom.Data.Query($"SELECT outcome FROM audit WHERE user_id = '{admin.Id}'"),
            outcome => outcome.StartsWith("done", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Admin_commands_are_refused_to_others_even_where_Discord_offers_them()
    {
        foreach (string command in new[] { "reindex", "status", "channel" })
        {
            var tried = Newsroom.Discord.Interactions.InvokeCommand(User, Channel, command, ignoreCommandPermissions: true);
            var refusal = await AnswerToAsync(tried);

            Assert.True(refusal.IsEphemeral);
            Assert.Contains("Only administrators", refusal.Content, StringComparison.Ordinal);
        }

        Assert.Equal(3, Newsroom.Data.Query($"SELECT outcome FROM audit WHERE user_id = '{User.Id}' AND outcome LIKE 'refused%'").Count);
    }

    [Fact]
    public async Task A_person_is_forgotten_at_the_word_of_an_admin()
    {
        await Newsroom.Discord.Record.WaitForAnswerAsync(
            Newsroom.Discord.World.Mention(User, Channel, Newsroom.Question),
            cancellationToken: Cancellation
        );
        var editor = Newsroom.AddUser(Newsroom.Editors);
        while (Newsroom.Data.Query($"SELECT state FROM chat_question WHERE user_id = '{User.Id}'") is not ["2"])
        {
            // What comes after the answer says when it is written down.
            await AnswerToAsync(Invoke("help"));
        }

        var forgotten = await AnswerToAsync(
            Newsroom.Discord.Interactions.InvokeCommand(
                editor,
                Channel,
                "forget",
                Options(("member", User.Id)),
                ignoreCommandPermissions: true
            )
        );

        Assert.StartsWith("Removed 1 question, 1 answer", forgotten.Content, StringComparison.Ordinal);
        Assert.True(forgotten.IsEphemeral);
        Assert.Empty(Newsroom.Data.Query($"SELECT id FROM answer WHERE user_id = '{User.Id}'"));
    }

    [Fact]
    public async Task A_configured_role_makes_an_admin()
    {
        var editor = Newsroom.AddUser(Newsroom.Editors);

        var status = await AnswerToAsync(
            Newsroom.Discord.Interactions.InvokeCommand(editor, Channel, "status", ignoreCommandPermissions: true)
        );

        Assert.Contains("5 articles", status.Content, StringComparison.Ordinal);
        Assert.Contains("**Discord**: connected since ", status.Content, StringComparison.Ordinal);
        Assert.True(status.IsEphemeral);
    }

    [Fact]
    public async Task A_channel_can_be_answered_in_threads_and_switched_off()
    {
        var admin = Newsroom.AddAdmin();
        await AnswerToAsync(Newsroom.Discord.Interactions.InvokeCommand(admin, Channel, "channel", Options(("style", "thread"))));
        var question = Newsroom.Discord.World.Mention(User, Channel, Newsroom.Question);
        var answer = await Newsroom.Discord.Record.WaitForAnswerAsync(question, cancellationToken: Cancellation);
        Assert.True(answer.Channel.IsThread);
        Assert.Equal(question.Id, answer.Channel.Id);

        var followUp = Newsroom.Discord.World.Mention(User, answer.Channel, "And what does the treaty say?");
        var second = await Newsroom.Discord.Record.WaitForAnswerAsync(followUp, cancellationToken: Cancellation);
        Assert.Same(answer.Channel, second.Channel);
        Assert.Single(Newsroom.Data.Query($"SELECT DISTINCT conversation FROM answer WHERE user_id = '{User.Id}'"));

        await AnswerToAsync(Newsroom.Discord.Interactions.InvokeCommand(admin, Channel, "channel", Options(("enabled", false))));
        var refused = await AnswerToAsync(Invoke("latest"));
        Assert.Contains("switched off", refused.Content, StringComparison.Ordinal);

        var told = Newsroom.Discord.World.Mention(User, Channel, Newsroom.Question);
        Assert.Contains(
            "switched off",
            (await Newsroom.Discord.Record.WaitForAnswerAsync(told, cancellationToken: Cancellation)).Content,
            StringComparison.Ordinal
        );
        var silent = Newsroom.Discord.World.Mention(User, Channel, Newsroom.Question);
        // The messages of a channel are read in their order, so the one before is read when this one is answered.
        await Newsroom.Discord.Record.WaitForAnswerAsync(
            Newsroom.Discord.World.Mention(Newsroom.AddUser(), Channel, Newsroom.Question),
            cancellationToken: Cancellation
        );
        Assert.Empty(Newsroom.Discord.Record.AnswersTo(silent));
    }
}
