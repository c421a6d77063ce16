using System.Globalization;
using BriefingBot.Core.Answering.Models;

namespace BriefingBot.Configuration;

/// <summary>
/// Binds section <c>Model</c>. Names of models have colons in them (<c>llama3.1:8b</c>), which part sections in settings, so prices are
/// read apart.
/// </summary>
internal static class ModelSettings
{
    private const string PricesPath = $"{ModelOptions.Section}:{nameof(ModelOptions.Prices)}";

    /// <summary>Binds what the settings say.</summary>
    /// <exception cref="UsageException">A price is no number.</exception>
    public static void Bind(IConfiguration settings, ModelOptions options)
    {
        var section = settings.GetSection(ModelOptions.Section);
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                section
                    .AsEnumerable()
                    .Where(setting => setting.Value is not null && !setting.Key.StartsWith(PricesPath, StringComparison.OrdinalIgnoreCase))
            )
            .Build()
            .GetSection(ModelOptions.Section)
            .Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
        foreach (var (path, value) in settings.GetSection(PricesPath).AsEnumerable(makePathsRelative: true))
        {
            if (value is not null)
            {
                AddPrice(options, path, value);
            }
        }
    }

    private static void AddPrice(ModelOptions options, string path, string value)
    {
        int end = path.LastIndexOf(':');
        string model = end < 0 ? "" : path[..end];
        string field = path[(end + 1)..];
        bool isInput = field.Equals(nameof(ModelPrice.Input), StringComparison.OrdinalIgnoreCase);
        if (model.Length == 0 || (!isInput && !field.Equals(nameof(ModelPrice.Output), StringComparison.OrdinalIgnoreCase)))
        {
            throw new UsageException(
                $"{PricesPath}:{path} is not a price; write {PricesPath}:MODEL:Input and {PricesPath}:MODEL:Output, what a "
                    + $"million tokens cost."
            );
        }

        if (!decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal price))
        {
            throw new UsageException($"{PricesPath}:{path} is '{value}'; give what a million tokens cost, such as 0.15.");
        }

        if (!options.Prices.TryGetValue(model, out var prices))
        {
            options.Prices[model] = prices = new ModelPrice();
        }

        if (isInput)
        {
            prices.Input = price;
        }
        else
        {
            prices.Output = price;
        }
    }
}
