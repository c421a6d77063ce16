using BriefingBot.Benchmarks.Chat.Load;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Benchmarks.Chat;

/// <summary>The bot in this process with its platform, over a folder of its own.</summary>
internal sealed class BotInProcess : IAsyncDisposable
{
    private readonly LoadFolder _folder = new();
    private readonly CancellationTokenSource _stop = new();
    private Task[] _running = [];

    private BotInProcess(ServiceProvider? services) => Services = services!;

    public ServiceProvider Services { get; private set; }

    public static async Task<BotInProcess> StartAsync(Action<IServiceCollection> addPlatform, CancellationToken cancellationToken)
    {
        BotInProcess bot = new(null);
        bot.Services = await ChatServices.BuildAsync(bot._folder.Path, addPlatform, cancellationToken);
        bot._running =
        [
            bot.Services.GetRequiredService<ChatTurnRunner>().RunAsync(bot._stop.Token),
            bot.Services.GetRequiredService<IChatPlatform>().RunAsync(bot._stop.Token),
        ];
        return bot;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Services.DisposeAsync();
        _stop.Dispose();
        _folder.Dispose();
    }
}
