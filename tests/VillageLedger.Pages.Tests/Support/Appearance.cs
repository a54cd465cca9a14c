namespace VillageLedger.Pages.Tests;

/// <summary>What a machine can say against a page's looks.</summary>
internal static class Appearance
{
    /// <summary>What is wrong with the page as it stands: too wide, a text's key in place of the text, a character that could not be read, a label that is cut off, Chinese words of the frame in an English page.</summary>
    public static Task<string[]> FaultsAsync(Visit visit) => visit.Page.EvaluateAsync<string[]>(Look, visit.Look.Language);

    private const string Look = """
        language => {
          const faults = []
          const isSeen = element => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1
          const wordsOf = element => element.innerText.trim().replace(/\s+/g, ' ')
          for (const element of [document.documentElement, document.querySelector('main')])
            if (element && element.scrollWidth > element.clientWidth) faults.push(`${element.tagName} is wider by ${element.scrollWidth - element.clientWidth}`)
          const text = document.body.innerText
          if (text.includes('\uFFFD')) faults.push('a character could not be read')
          for (const found of text.match(/\b(approvals|books|charts|entry|frame|jobs|public|questions|regulator|tables|township|users|ventures):[a-z][a-z0-9.-]+|\{\{|\[object |undefined|NaN/g) ?? []) faults.push(`raw: ${found}`)
          const labels = [...document.querySelectorAll('button, label, legend, th, dt, h1, h2, h3, nav a, [role=tab], [role=menuitem], .ant-tag, .ant-segmented-item-label')].filter(isSeen)
          for (const label of labels) {
            const words = wordsOf(label)
            if (!words) continue
            if (/^[a-z]+([-.][a-z]+)+$/.test(words)) faults.push(`raw: ${words}`)
            if (!label.matches('h1, h2, h3') && label.clientWidth > 0 && label.scrollWidth > label.clientWidth + 1) faults.push(`cut off by ${label.scrollWidth - label.clientWidth}: ${words}`)
            if (language === 'en' && label.matches('nav a, nav h2, label:not(:has(select)), legend, thead th, [role=tab]') && !label.closest('.ant-segmented') && /[\u4e00-\u9fff]/.test(words)) faults.push(`Chinese in an English page: ${words}`)
          }
          return faults
        }
        """;
}
