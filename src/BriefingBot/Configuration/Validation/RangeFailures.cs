using System.Globalization;
using Microsoft.Extensions.Options;

namespace BriefingBot.Configuration.Validation;

/// <summary>Collects the numbers of a section that are out of their range.</summary>
internal sealed class RangeFailures(string section)
{
    private readonly List<string> _failures = [];

    /// <summary>What came of the checks so far.</summary>
    public ValidateOptionsResult Result => _failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(_failures);

    /// <summary>Checks one number; both ends are allowed.</summary>
    public void Check(string key, double value, double least, double most)
    {
        if (!(value >= least && value <= most))
        {
            _failures.Add(string.Create(CultureInfo.InvariantCulture, $"{section}:{key} is {value}; choose {least} to {most}."));
        }
    }
}
