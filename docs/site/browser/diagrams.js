// Draws the diagrams of a page, in the colours of the page; anew when these change. mermaid.js is loaded before.
// A plain script, not a module, so that it runs in a page that is opened as a file.
'use strict'
{
  const sources = new Map([...document.querySelectorAll('.mermaid')].map((node) => [node, node.textContent]))

  async function draw() {
    const { fontFamily } = getComputedStyle(document.body)
    // Close together, so that little has to be shrunk to fit the page.
    const flowchart = { nodeSpacing: 25, rankSpacing: 30, padding: 8 }
    const sequence = { actorMargin: 20, width: 110, messageMargin: 25, boxMargin: 6, diagramMarginX: 10 }
    const theme = window.parleyIsDark() ? 'dark' : 'neutral'
    window.mermaid.initialize({ startOnLoad: false, theme, fontFamily, flowchart, sequence })
    for (const [node, source] of sources) {
      node.textContent = source
      delete node.dataset.processed
    }
    await window.mermaid.run({ nodes: [...sources.keys()] })
  }

  void draw()
  addEventListener('parley:theme', () => void draw())
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => void draw())
}
