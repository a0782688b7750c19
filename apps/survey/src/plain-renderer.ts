import { type Renderer2, type RendererFactory2, RendererStyleFlags2 } from '@angular/core';

const SPACES: Readonly<Record<string, string>> = { svg: 'http://www.w3.org/2000/svg' };

const targets = { window, document, body: document.body };

/**
 * Puts templates on the page with nothing but the DOM. Angular's own renderer also scopes the styles of components, opens shadow roots
 * and reads key names in templates: the colleague's pages have none of these (their styles travel in the page), and their absence
 * spares a slow line 3 kB before the first question.
 */
class PlainRenderer implements Renderer2 {
  readonly data = {};
  readonly destroyNode = null;

  destroy(): void {
    // It holds nothing.
  }

  createElement(name: string, namespace?: string | null): Element {
    return namespace ? document.createElementNS(SPACES[namespace] ?? namespace, name) : document.createElement(name);
  }

  createComment(value: string): Comment {
    return document.createComment(value);
  }

  createText(value: string): Text {
    return document.createTextNode(value);
  }

  appendChild(parent: Node, child: Node): void {
    parent.appendChild(child);
  }

  insertBefore(parent: Node | null, child: Node, next: Node | null): void {
    parent?.insertBefore(child, next);
  }

  removeChild(_: Node | null, child: ChildNode): void {
    child.remove();
  }

  selectRootElement(root: string | Element): Element {
    const element = typeof root === 'string' ? document.querySelector(root) : root;
    if (!element) throw new Error('the page has no place for the survey');
    element.textContent = '';
    return element;
  }

  parentNode(node: Node): Node | null {
    return node.parentNode;
  }

  nextSibling(node: Node): Node | null {
    return node.nextSibling;
  }

  setAttribute(element: Element, name: string, value: string): void {
    element.setAttribute(name, value);
  }

  removeAttribute(element: Element, name: string): void {
    element.removeAttribute(name);
  }

  addClass(element: Element, name: string): void {
    element.classList.add(name);
  }

  removeClass(element: Element, name: string): void {
    element.classList.remove(name);
  }

  setStyle(element: HTMLElement, style: string, value: string, flags = 0): void {
    element.style.setProperty(style, value, flags & RendererStyleFlags2.Important ? 'important' : '');
  }

  removeStyle(element: HTMLElement, style: string): void {
    element.style.removeProperty(style);
  }

  setProperty(element: Element, name: string, value: unknown): void {
    Reflect.set(element, name, value);
  }

  setValue(node: Node, value: string): void {
    node.nodeValue = value;
  }

  listen(
    target: keyof typeof targets | EventTarget,
    event: string,
    heard: (event: Event) => unknown,
    options?: AddEventListenerOptions,
  ): () => void {
    const at = typeof target === 'string' ? targets[target] : target;
    const listener = (event: Event): void => {
      if (heard(event) === false) event.preventDefault();
    };
    at.addEventListener(event, listener, options);
    return () => at.removeEventListener(event, listener, options);
  }
}

const renderer = new PlainRenderer();

export const plainRenderer: RendererFactory2 = { createRenderer: () => renderer };
