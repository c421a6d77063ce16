using BriefingBot.Core.Answering.Models;
using BriefingBot.Core.Conversations;
using BriefingBot.EndToEnd.Tests.Answers;
using BriefingBot.EndToEnd.Tests.Bot;
using BriefingBot.Inference.Models;
using BriefingBot.TestServers.Models;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.EndToEnd.Tests.Models;

/// <summary>A newsroom with a language model: everything real but the model, which is spoken to over HTTP.</summary>
internal sealed class ModelNewsroom : IAsyncDisposable
{
    private ModelNewsroom(FakeModel model, Newsroom newsroom) => (Model, Newsroom) = (model, newsroom);

    public FakeModel Model { get; }

    public Newsroom Newsroom { get; }

    /// <summary>The requests for answers, in their order.</summary>
    public int Calls => Model.Record.Calls.Count;

    /// <summary>Over the sample coverage.</summary>
    public static Task<ModelNewsroom> OpenAsync(Action<ModelOptions>? configure = null) =>
        OpenAsync((today, more) => Newsroom.OpenAsync(SampleBot.Seeds, today, more), configure);

    /// <summary>Over files that are written for the test.</summary>
    public static Task<ModelNewsroom> OpenAsync(Action<ModelOptions>? configure, params (string Name, string Text)[] files) =>
        OpenAsync((today, more) => Newsroom.OpenAsync(today, more, files), configure);

    public Task<OutgoingMessage> AskAsync(string question, params string[] history) => Newsroom.AskAsync(question, history);

    public async ValueTask DisposeAsync()
    {
        await Newsroom.DisposeAsync();
        await Model.DisposeAsync();
    }

    private static async Task<ModelNewsroom> OpenAsync(
        Func<string, Action<IServiceCollection>, Task<Newsroom>> open,
        Action<ModelOptions>? configure
    )
    {
        var model = await FakeModel.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        return new ModelNewsroom(
            model,
            await open(
                "2024-11-20",
                services =>
                {
                    services.AddLanguageModel(options =>
                    {
                        options.Provider = ModelProvider.OpenAI;
                        options.BaseUrl = model.OpenAiAddress.ToString();
                        options.Model = "fake-large";
                        configure?.Invoke(options);
                    });
                    services.AddModelAnswers();
                }
            )
        );
    }
}
