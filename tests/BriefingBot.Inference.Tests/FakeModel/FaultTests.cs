using BriefingBot.TestServers.Models;
using BriefingBot.TestServers.Models.Faults;
using BriefingBot.TestServers.Models.Records;
using BriefingBot.TestServers.Models.Scripts;
using OpenAI.Chat;

namespace BriefingBot.Inference.Tests.FakeModelTests;

public sealed class FaultTests
{
    private const string Words = "one two three four five six";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ModelFaultKind.CutStream)]
    [InlineData(ModelFaultKind.MalformedJson)]
    public async Task A_stream_that_breaks_gives_the_tokens_before_and_an_error(ModelFaultKind kind)
    {
        await using FakeModel model = await StartAsync(new ModelFault(kind) { AfterTokens = 2 });
        (string text, ChatFinishReason? finish, Exception? error) = await StreamReader.ReadAsync(model, Cancel);
        Assert.Equal("one two", text);
        Assert.Null(finish);
        Assert.NotNull(error);
    }

    [Fact]
    public async Task A_stream_can_end_in_good_order_without_a_finish()
    {
        await using FakeModel model = await StartAsync(new ModelFault(ModelFaultKind.EndWithoutFinish) { AfterTokens = 2 });
        Assert.Equal(("one two", null, null), await StreamReader.ReadAsync(model, Cancel));
    }

    [Fact]
    public async Task An_answer_can_end_for_its_length()
    {
        await using FakeModel model = await StartAsync(new ModelFault(ModelFaultKind.Truncate) { AfterTokens = 4 });
        Assert.Equal(("one two three four", ChatFinishReason.Length, null), await StreamReader.ReadAsync(model, Cancel));
    }

    [Theory]
    [InlineData(ModelFaultKind.DropTcp)]
    [InlineData(ModelFaultKind.CutStream)]
    [InlineData(ModelFaultKind.MalformedJson)]
    [InlineData(ModelFaultKind.HtmlPage)]
    public async Task An_answer_that_is_not_streamed_breaks_too(ModelFaultKind kind)
    {
        await using FakeModel model = await StartAsync(new ModelFault(kind));
        ChatClient client = OpenAiClients.Create(model).GetChatClient("m");
        Exception? error = await Record.ExceptionAsync(() =>
            client.CompleteChatAsync([new UserChatMessage("?")], cancellationToken: Cancel)
        );
        Assert.NotNull(error);
        await model.Record.WaitUntilAsync(() => model.Record.Counters.Concurrent == 0, cancellationToken: Cancel);
        Assert.Equal(1, model.Record.Faults[kind.ToString()]);
    }

    [Theory]
    [InlineData(ModelFaultKind.NeverAnswers)]
    [InlineData(ModelFaultKind.NeverBegins)]
    [InlineData(ModelFaultKind.Stall)]
    [InlineData(ModelFaultKind.Endless)]
    public async Task A_client_that_leaves_ends_what_would_never_end(ModelFaultKind kind)
    {
        await using FakeModel model = await StartAsync(new ModelFault(kind) { AfterTokens = 2 });
        using CancellationTokenSource leave = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task reading = StreamReader.ReadAsync(model, leave.Token);
        int written = kind switch
        {
            ModelFaultKind.Stall => 2,
            ModelFaultKind.Endless => 100,
            _ => 0,
        };
        await model.Record.WaitForExchangeAsync(
            exchange => exchange.Fault == kind.ToString() && exchange.WrittenTokens >= written,
            cancellationToken: Cancel
        );
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        ModelExchange exchange = await model.Record.WaitForExchangeAsync(static exchange => exchange.IsEnded, cancellationToken: Cancel);
        Assert.True(exchange.IsAbandoned);
        Assert.Equal(1, model.Record.Counters.Abandoned);
    }

    [Fact]
    public async Task A_server_stops_although_an_answer_never_comes()
    {
        FakeModel model = await StartAsync(new ModelFault(ModelFaultKind.NeverAnswers));
        Task<(string Text, ChatFinishReason? Finish, Exception? Error)> reading = StreamReader.ReadAsync(model, Cancel);
        await model.Record.WaitForExchangeAsync(static exchange => exchange.Fault is not null, cancellationToken: Cancel);
        await model.DisposeAsync();
        Assert.NotNull((await reading).Error);
    }

    [Fact]
    public async Task Delays_go_by_the_clock_of_the_server()
    {
        ManualTime clock = new();
        await using FakeModel model = await StartAsync(
            new ModelFault(ModelFaultKind.DelayFirstToken) { Duration = TimeSpan.FromMinutes(5) },
            clock
        );
        Task<(string Text, ChatFinishReason? Finish, Exception? Error)> reading = StreamReader.ReadAsync(model, Cancel);
        await clock.WaitForTimerAsync(Cancel);
        Assert.Equal(0, model.Record.Exchanges[0].WrittenTokens);
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(Words, (await reading).Text);
    }

    [Theory]
    [InlineData(NonsenseKind.Empty)]
    [InlineData(NonsenseKind.Blank)]
    [InlineData(NonsenseKind.RandomCharacters)]
    [InlineData(NonsenseKind.LongLine)]
    [InlineData(NonsenseKind.Loop)]
    [InlineData(NonsenseKind.OtherLanguage)]
    [InlineData(NonsenseKind.Markup)]
    [InlineData(NonsenseKind.Json)]
    public async Task Nonsense_is_a_well_formed_answer(NonsenseKind kind)
    {
        await using FakeModel model = await StartAsync(new ModelFault(ModelFaultKind.Nonsense) { Nonsense = kind });
        (string text, ChatFinishReason? finish, Exception? error) = await StreamReader.ReadAsync(model, Cancel);
        Assert.Null(error);
        Assert.Equal(ChatFinishReason.Stop, finish);
        Assert.DoesNotContain("one two", text, StringComparison.Ordinal);
        Assert.Equal(kind is NonsenseKind.Empty or NonsenseKind.Blank, string.IsNullOrWhiteSpace(text));
    }

    [Fact]
    public async Task Faults_strike_the_next_requests_of_their_route_and_then_no_more()
    {
        await using FakeModel model = await StartAsync(
            new ModelFault(ModelFaultKind.ErrorStatus, Times: 2) { Route = ModelRoute.ChatCompletions }
        );
        await OpenAiClients.Create(model).GetEmbeddingClient("e").GenerateEmbeddingAsync("a", cancellationToken: Cancel);
        Assert.NotNull((await StreamReader.ReadAsync(model, Cancel)).Error);
        Assert.NotNull((await StreamReader.ReadAsync(model, Cancel)).Error);
        Assert.Null((await StreamReader.ReadAsync(model, Cancel)).Error);
        Assert.Equal((4, 2), (model.Record.Counters.Requests, model.Record.Counters.Failed));
    }

    [Fact]
    public async Task Random_faults_are_the_same_for_the_same_seed()
    {
        string first = await OutcomesAsync(7);
        Assert.Equal(first, await OutcomesAsync(7));
        Assert.NotEqual(first, await OutcomesAsync(8));
        Assert.Contains("-", first, StringComparison.Ordinal);
    }

    private static async Task<string> OutcomesAsync(int seed)
    {
        await using FakeModel model = await FakeModel.StartAsync(cancellationToken: Cancel);
        model.Script = new FixedScript(Words);
        model.Faults.Randomize(new RandomModelFaults(seed, 0.5));
        for (int i = 0; i < 12; i++)
        {
            await StreamReader.ReadAsync(model, Cancel);
        }

        return string.Join(' ', model.Record.Exchanges.Select(static exchange => exchange.Fault ?? "-"));
    }

    private static async Task<FakeModel> StartAsync(ModelFault fault, TimeProvider? clock = null)
    {
        FakeModel model = await FakeModel.StartAsync(new FakeModelOptions { Clock = clock ?? TimeProvider.System }, Cancel);
        model.Script = new FixedScript(Words);
        model.Faults.Add(fault);
        return model;
    }
}
