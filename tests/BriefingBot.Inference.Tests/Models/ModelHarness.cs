using System.Text;
using BriefingBot.Core.Answering.Models;
using BriefingBot.Inference.Models;
using BriefingBot.TestServers.Models;
using BriefingBot.TestServers.Models.Faults;
using BriefingBot.TestServers.Models.Scripts;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Inference.Tests.Models;

/// <summary>A fake model and the product's own client on it, registered as the product registers it.</summary>
internal sealed class ModelHarness : IAsyncDisposable
{
    public const string Words = "one two three four five six";
    public const string Key = "right-key-0123456789";
    private readonly ServiceProvider _services;
    private bool _isStopped;

    private ModelHarness(FakeModel model, ServiceProvider services, LogLines log) => (Model, _services, Log) = (model, services, log);

    public static ChatMessage[] Ask { get; } = [new(ChatRole.System, "Use the passages."), new(ChatRole.User, "What is new?")];

    public FakeModel Model { get; }

    public LogLines Log { get; }

    public IChatClient Client => _services.GetRequiredService<IChatClient>();

    public static async Task<ModelHarness> StartAsync(
        ModelProvider provider,
        Action<ModelOptions>? configure = null,
        TimeProvider? clock = null,
        FakeModelOptions? server = null
    )
    {
        var model = await FakeModel.StartAsync(server ?? new FakeModelOptions { ApiKey = Key }, TestContext.Current.CancellationToken);
        model.Script = new FixedScript(Words);
        LogLines log = new();
        ServiceCollection services = new();
        services.AddSingleton(clock ?? TimeProvider.System);
        services.AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace));
        services.AddLanguageModel(options =>
        {
            options.Provider = provider;
            options.BaseUrl = (provider == ModelProvider.OpenAI ? model.OpenAiAddress : model.BaseAddress).ToString();
            options.Model = "m";
            options.ApiKey = Key;
            configure?.Invoke(options);
        });
        return new ModelHarness(model, services.BuildServiceProvider(), log);
    }

    public void Break(ModelFaultKind kind, int afterTokens = 2, int times = 1) =>
        Model.Faults.Add(new ModelFault(kind, times) { AfterTokens = afterTokens });

    public Task<ChatResponse> AnswerAsync(CancellationToken? cancellationToken = null) =>
        Client.GetResponseAsync(Ask, cancellationToken: cancellationToken ?? TestContext.Current.CancellationToken);

    /// <summary>Everything up to the end or the failure, and the failure.</summary>
    public async Task<StreamOutcome> StreamAsync(ChatOptions? options = null, CancellationToken? cancellationToken = null)
    {
        StringBuilder text = new();
        ChatFinishReason? finish = null;
        UsageDetails? usage = null;
        try
        {
            await foreach (
                var update in Client.GetStreamingResponseAsync(Ask, options, cancellationToken ?? TestContext.Current.CancellationToken)
            )
            {
                text.Append(update.Text);
                finish = update.FinishReason ?? finish;
                usage = update.Contents.OfType<UsageContent>().LastOrDefault()?.Details ?? usage;
            }
        }
        catch (ModelException failure)
        {
            return new StreamOutcome(text.ToString(), finish, usage, failure);
        }

        return new StreamOutcome(text.ToString(), finish, usage, null);
    }

    public async Task StopServerAsync()
    {
        _isStopped = true;
        await Model.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (!_isStopped)
        {
            await Model.DisposeAsync();
        }
    }
}
